import { distance } from '../index/distance.ts';
import type { Resolved } from '../index/references.ts';
import { brokenAnchor, headingsOf } from '../queries/anchors.ts';
import { anchorKey } from '../text/anchors.ts';
import { span } from '../text/span.ts';
import type { TextEdit } from './edits.ts';
import { fragmentSpan } from './fragments.ts';
import { leadsTo, type Reading, rewritten } from './rewrite.ts';

/** So many are offered. */
const MOST = 3;

/** The headings of its target that a reference may have meant whose heading is not there, the nearest first. */
export function headingsMeant({ snapshot }: Reading, resolved: Resolved): string[] {
  const wanted = brokenAnchor(snapshot, resolved);
  if (wanted === undefined || resolved.resolution.status !== 'resolved') return [];
  const key = anchorKey(wanted);
  const words = new Set(key.split('-'));
  const ranked = headingsOf(snapshot, resolved.resolution.target).map(({ text }) => {
    const own = anchorKey(text);
    const shared = own.split('-').filter((word) => words.has(word)).length;
    const slips = distance(own, key, Math.ceil(Math.max(own.length, key.length) / 2));
    return { text, shared, slips, isNear: shared > 0 || slips <= Math.max(own.length, key.length) / 3 };
  });
  const near = ranked.filter(({ isNear }) => isNear).sort((a, b) => a.slips - b.slips || b.shared - a.shared);
  return [...new Set(near.map(({ text }) => text))].slice(0, MOST);
}

/** Lets a reference name another heading: by its words in a wikilink, as sites do in a link. */
export function useHeading(reading: Reading, resolved: Resolved, heading: string): TextEdit | undefined {
  const at = fragmentSpan(reading.text, resolved.reference);
  const slug = heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
  // Obsidian leaves out what would end the link.
  const name = resolved.reference.form === 'link' ? slug : heading.replace(/[#|^[\]\\:%\s]+/g, ' ').trim();
  return at && name !== '' ? inPlace(reading, resolved, at, `#${name}`) : undefined;
}

/** Leaves the title, or the file, of a reference alone. */
export function withoutFragment(reading: Reading, resolved: Resolved): TextEdit | undefined {
  const at = fragmentSpan(reading.text, resolved.reference);
  return at && inPlace(reading, resolved, at, '');
}

function inPlace(
  reading: Reading,
  resolved: Resolved,
  at: { start: number; end: number },
  after: string,
): TextEdit | undefined {
  const { reference, resolution } = resolved;
  if (resolution.status !== 'resolved' || brokenAnchor(reading.snapshot, resolved) === undefined) return undefined;
  // The whole reference is looked at again, and not the fragment alone: that there is none is seen in the rest.
  const from = reference.span.start;
  const way = { span: span(from, at.end), after: reading.text.slice(from, at.start) + after };
  return rewritten(reading, [way], (there) => {
    return leadsTo(resolution.target)(there) && brokenAnchor(reading.snapshot, there[0]!) === undefined;
  });
}
