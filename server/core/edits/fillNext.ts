import type { Document } from '../index/document.ts';
import { nameOf, type Snapshot } from '../index/snapshot.ts';
import { summaryOf } from '../index/summaries.ts';
import { type NextLine, nextLines } from '../queries/related/nextLines.ts';
import type { FileEdits, Refused } from './edits.ts';
import { type NewItem, withItems } from './listItems.ts';
import { nameIn } from './nameIn.ts';
import { type Reading, readingOf } from './rewrite.ts';

/**
 * Writes the titles of what an inquiry may lead on to (`nextLines`) into its section “Next inquiring lines”. One that has entries is
 * left alone, so that there is nothing to do a second time.
 *
 * @param more add to the entries that are there
 */
export function fillNext(snapshot: Snapshot, document: Document, more = false): FileEdits | Refused {
  const { path } = document;
  const reading = readingOf(snapshot, document);
  if (!reading) return { refused: `“${path}” has changed meanwhile, so nothing was changed. Try again.` };
  if (document.kind !== 'inquiry') return { refused: `“${path}” is no inquiring line.` };
  const sections = summaryOf(snapshot, document)?.sections.filter(({ role }) => role === 'next') ?? [];
  const [section] = sections;
  if (!section) return { refused: `“${path}” has no section “Next inquiring lines”.` };
  if (sections.length > 1) return { refused: `“${path}” has “Next inquiring lines” twice.` };
  if (section.entries.length > 0 && !more)
    return { refused: '“Next inquiring lines” has entries already, so nothing was changed.' };
  const items = nextLines(snapshot, document).map((line) => itemFor(reading, line));
  // One that would be read as something else is left out.
  const fit = items.filter((item) => withItems(reading, section, [item]));
  const edits = fit.length > 0 ? withItems(reading, section, fit) : undefined;
  if (edits) return { path, edits };
  return { refused: 'No other inquiring line shares sources with this one, or is cited where it is.' };
}

function itemFor({ snapshot, document }: Reading, { title, document: target }: NextLine): NewItem {
  const markdown = document.layout === 'markdown';
  if (!target) {
    const name = nameOf(snapshot, title);
    return {
      lines: [markdown ? `[[${title}]]` : title],
      means: ({ reference, resolution }) => resolution.status === 'dangling' && reference.name === name,
    };
  }
  const site = { path: document.path, markdown, role: 'next' } as const;
  return {
    lines: [nameIn(snapshot, site, target, markdown ? 'wikilink' : 'bare')],
    means: ({ resolution }) => resolution.status === 'resolved' && resolution.target.id === target.id,
  };
}
