import type { Document } from '../index/document.ts';
import type { Snapshot } from '../index/snapshot.ts';
import { descriptionOf } from '../queries/hover.ts';
import { relationsOf } from '../queries/relations.ts';
import type { FileEdits, Refused } from './edits.ts';
import { carriedOut, deskOf, type Planned, planned, sectionsOf } from './lists/plan.ts';
import { movedOn } from './movedOn.ts';
import { nameIn } from './nameIn.ts';

/**
 * Puts a document among the related concepts of another one: its title, and in plain text its description, as the lists have it.
 * What the two have to do with each other is left to who writes it.
 */
export function addRelated(snapshot: Snapshot, document: Document, target: Document): FileEdits | Refused {
  const { path } = document;
  const desk = deskOf(snapshot, document);
  if (!desk) return movedOn(path);
  if (relationsOf(snapshot, document).some(({ to }) => to?.id === target.id))
    return { refused: `“${target.title.text}” is among the related concepts already.` };
  const [section, another] = sectionsOf(desk, 'related');
  if (section === undefined)
    return { refused: `“${path}” has no section “Related concepts” that it could be added to.` };
  if (another !== undefined) return { refused: `“${path}” has “Related concepts” twice.` };
  const markdown = document.layout === 'markdown';
  const name = nameIn(snapshot, { path, markdown, role: 'related' }, target, markdown ? 'wikilink' : 'bare');
  const said = markdown ? undefined : descriptionOf(snapshot, target);
  const ways = markdown ? [[`- ${name}`]] : [...(said ? [['-', name, said]] : []), ['-', name], [`- ${name}`]];
  const kept = desk.read.sections[section]!.entries.map((_, keep): Planned => ({ keep }));
  for (const lines of ways) {
    const put = lines.join(document.layout === 'spaced' ? '\n\n' : '\n');
    const edits = carriedOut(desk, [planned(desk, section, [...kept, { put, names: target.id }], false)]);
    if (edits) return { path, edits };
  }
  return { refused: `No entry could be written that would be read as “${target.title.text}”, so nothing was changed.` };
}
