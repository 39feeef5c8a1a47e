import { isInquiryHeader, sectionHeading } from '../syntax/sections.ts';
import { Words } from '../text/words.ts';

/** The words of a text that tell what it is about: their hashes (`Words`), ascending, each with how often it stands there. */
export interface Terms {
  readonly hashes: Int32Array;
  readonly counts: Int32Array;
}

/** So many different words of a text are kept, the most frequent ones. */
const MOST = 128;

/** Shorter words say little, and longer ones are none. UTF-16 units. */
const [SHORTEST, LONGEST] = [3, 40];

const words = new Words();

export function termsOf(text: string): Terms {
  const counts = new Map<number, number>();
  eachTerm(text, (hash) => void counts.set(hash, (counts.get(hash) ?? 0) + 1));
  let kept = [...counts];
  // Of equals those of the least hash: whatever the order of the words, the same ones.
  if (kept.length > MOST) kept = kept.sort(([a, some], [b, more]) => more - some || a - b).slice(0, MOST);
  kept.sort(([a], [b]) => a - b);
  return { hashes: Int32Array.from(kept, ([hash]) => hash), counts: Int32Array.from(kept, ([, count]) => count) };
}

/** The words of a text by some hashes, as they are first written there. */
export function wordsOf(text: string, hashes: readonly number[]): string[] {
  const found = new Map<number, string>();
  eachTerm(text, (hash, start, end) => {
    if (!found.has(hash) && hashes.includes(hash)) found.set(hash, text.slice(start, end));
  });
  return hashes.map((hash) => found.get(hash)).filter((word) => word !== undefined);
}

function eachTerm(text: string, use: (hash: number, start: number, end: number) => void): void {
  words.clear();
  readAllBut(text);
  for (let at = 0; at < words.count; at++) {
    const [start, end] = [words.starts[at]!, words.ends[at]!];
    const unit = text.charCodeAt(start);
    const isNumber = unit >= 48 && unit <= 57;
    if (!isNumber && end - start >= SHORTEST && end - start <= LONGEST) use(words.hashes[at]!, start, end);
  }
}

/** The words of all lines but those that many documents have alike: `Sources 12 notes`, `## Original note title`. */
function readAllBut(text: string): void {
  let from = 0;
  for (let start = 0; start < text.length; ) {
    const stop = text.indexOf('\n', start);
    const end = stop < 0 ? text.length : stop + 1;
    if (end - start <= MOST_FURNITURE && isFurniture(text.slice(start, end))) {
      words.read(text, from, start);
      from = end;
    }
    start = end;
  }
  words.read(text, from, text.length);
}

const MOST_FURNITURE = 90;

function isFurniture(line: string): boolean {
  const words = line.replace(/^#+\s/, '').trim();
  return sectionHeading(words) !== undefined || isInquiryHeader(words);
}
