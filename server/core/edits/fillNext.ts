import type { Document } from '../index/document.ts';
import { nameOf, type Snapshot } from '../index/snapshot.ts';
import { type NextLine, nextLines } from '../queries/related/nextLines.ts';
import type { FileEdits, Refused } from './edits.ts';
import { carriedOut, type Desk, deskOf, type Planned, planned, sectionsOf } from './lists/plan.ts';
import { movedOn } from './movedOn.ts';
import { nameIn } from './nameIn.ts';

/**
 * Writes the titles of what an inquiry may lead on to (`nextLines`) into its section “Next inquiring lines”. One that has entries is
 * left alone, so that there is nothing to do a second time.
 *
 * @param more add to the entries that are there
 */
export function fillNext(snapshot: Snapshot, document: Document, more = false): FileEdits | Refused {
  const { path } = document;
  const desk = deskOf(snapshot, document);
  if (!desk) return movedOn(path);
  if (document.kind !== 'inquiry') return { refused: `“${path}” is no inquiring line.` };
  const [section, another] = sectionsOf(desk, 'next');
  if (section === undefined) return { refused: `“${path}” has no section “Next inquiring lines”.` };
  if (another !== undefined) return { refused: `“${path}” has “Next inquiring lines” twice.` };
  const { entries } = desk.read.sections[section]!;
  if (entries.some(({ lost }) => !lost) && !more)
    return { refused: '“Next inquiring lines” has entries already, so nothing was changed.' };
  const kept = entries.map((_, keep): Planned => ({ keep }));
  const written = (items: readonly Planned[]) => carriedOut(desk, [planned(desk, section, [...kept, ...items], false)]);
  // One that would be read as something else is left out.
  const fit = nextLines(snapshot, document)
    .map((line) => itemFor(desk, line))
    .filter((item) => written([item]));
  const edits = fit.length > 0 ? written(fit) : undefined;
  if (edits) return { path, edits };
  return { refused: 'No other inquiring line shares sources with this one, or is cited where it is.' };
}

function itemFor({ snapshot, document }: Desk, { title, document: target }: NextLine): Planned {
  const markdown = document.layout === 'markdown';
  const item = (name: string): string => (markdown ? `- ${name}` : name);
  if (!target) {
    const name = nameOf(snapshot, title);
    return { put: item(markdown ? `[[${title}]]` : title), names: name === undefined ? title : -1 - name };
  }
  const site = { path: document.path, markdown, role: 'next' } as const;
  return { put: item(nameIn(snapshot, site, target, markdown ? 'wikilink' : 'bare')), names: target.id };
}
