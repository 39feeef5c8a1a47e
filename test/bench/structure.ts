import { pick, random } from './random.ts';

// Who names whom in a generated corpus, before a word is written.

/** One document: what it names, by number. Numbers from `documents` on are titles that no document has. */
export interface Outline {
  readonly isInquiry: boolean;
  /** Named in the running text, in this order, each once; of an inquiry, its Sources too. */
  readonly body: readonly number[];
  readonly related: readonly number[];
  /** Inquiries that use this note, as its list says: the first fifteen. */
  readonly usedBy: readonly number[];
}

/** Of a hundred documents, so many are inquiries. With the numbers below that makes 9.5 places that name a title, each. */
const INQUIRIES = 15;
/** A note's list of inquiries is cut there, as on the seeds' own site. */
const MOST_LISTED = 15;

export function outlinesOf(seed: number, documents: number, titles: number): Outline[] {
  const next = random(seed);
  // Titles in the order of how often they are named: the square makes the first one a thousand times as frequent as most.
  const byUse = shuffled(next, titles);
  const some = (count: number, self: number): number[] => {
    const chosen = new Set<number>();
    while (chosen.size < count) {
      const target = pick(next, byUse, 2);
      if (target !== self) chosen.add(target);
    }
    return [...chosen];
  };
  const outlines = Array.from({ length: documents }, (_, self) => {
    const isInquiry = isInquiryAt(self);
    const body = some(isInquiry ? 6 + Math.floor(6 * next()) : 3 + Math.floor(3 * next()), self);
    return {
      isInquiry,
      body,
      related: isInquiry ? [] : some(2 + Math.floor(3 * next()), self),
      usedBy: [] as number[],
    };
  });
  for (const [self, { isInquiry, body }] of outlines.entries()) {
    if (!isInquiry) continue;
    for (const target of body) {
      const cited = outlines[target];
      if (cited && !cited.isInquiry && cited.usedBy.length < MOST_LISTED) cited.usedBy.push(self);
    }
  }
  return outlines;
}

/** Spread evenly, and known without asking. */
const isInquiryAt = (self: number): boolean => (self * 37) % 100 < INQUIRIES;

function shuffled(next: () => number, count: number): Int32Array {
  const all = Int32Array.from({ length: count }, (_, at) => at);
  for (let at = count - 1; at > 0; at--) {
    const other = Math.floor((at + 1) * next());
    [all[at], all[other]] = [all[other]!, all[at]!];
  }
  return all;
}

/** In how many places each title is named: in the text, in Sources, among related concepts and in lists of inquiries. */
export function countPlaces(outlines: readonly Outline[], titles: number): Int32Array {
  const places = new Int32Array(titles);
  for (const { isInquiry, body, related, usedBy } of outlines) {
    for (const target of body) places[target]! += isInquiry ? 2 : 1;
    for (const target of related) places[target]!++;
    for (const target of usedBy) places[target]!++;
  }
  return places;
}
