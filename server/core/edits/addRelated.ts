import type { Document } from '../index/document.ts';
import type { Snapshot } from '../index/snapshot.ts';
import { summaryOf } from '../index/summaries.ts';
import { descriptionOf } from '../queries/hover.ts';
import { relationsOf } from '../queries/relations.ts';
import type { FileEdits, Refused } from './edits.ts';
import { type NewItem, withItems } from './listItems.ts';
import { nameIn } from './nameIn.ts';
import { readingOf } from './rewrite.ts';

/**
 * Puts a document among the related concepts of another one: its title, and in plain text its description, as the lists have it.
 * What the two have to do with each other is left to who writes it.
 */
export function addRelated(snapshot: Snapshot, document: Document, target: Document): FileEdits | Refused {
  const { path } = document;
  const reading = readingOf(snapshot, document);
  if (!reading) return { refused: `“${path}” has changed meanwhile, so nothing was changed. Try again.` };
  if (relationsOf(snapshot, document).some(({ to }) => to?.id === target.id))
    return { refused: `“${target.title.text}” is among the related concepts already.` };
  const sections = summaryOf(snapshot, document)?.sections.filter(({ role }) => role === 'related') ?? [];
  const [section] = sections;
  if (!section) return { refused: `“${path}” has no section “Related concepts” that it could be added to.` };
  if (sections.length > 1) return { refused: `“${path}” has “Related concepts” twice.` };
  const markdown = document.layout === 'markdown';
  const name = nameIn(snapshot, { path, markdown, role: 'related' }, target, markdown ? 'wikilink' : 'bare');
  const means: NewItem['means'] = ({ resolution }) =>
    resolution.status === 'resolved' && resolution.target.id === target.id;
  const said = markdown ? undefined : descriptionOf(snapshot, target);
  const ways = markdown ? [[name]] : [...(said ? [['-', name, said]] : []), ['-', name], [`- ${name}`]];
  for (const lines of ways) {
    const edits = withItems(reading, section, [{ lines, means }]);
    if (edits) return { path, edits };
  }
  return { refused: `No entry could be written that would be read as “${target.title.text}”, so nothing was changed.` };
}
