import { labelOf, runIn } from './label.ts';

/** The longest run of a sentence, in characters, that stands before the reference in a row. */
const before = 32;

/** The label of a row, with the run to highlight, in UTF-16 offsets. */
export interface Snippet {
  readonly label: string;
  readonly highlight: [start: number, end: number];
}

/**
 * A sentence cut on the left, at a word, so that the reference can be seen in a narrow view; the right side is cut by
 * the view itself.
 *
 * `"Feeding back critiques breaks through those plateaus [Can language …?]"` → `"… through those plateaus [Can …?]"`
 */
export function snippet(sentence: string, [start, end]: readonly [start: number, end: number]): Snippet {
  if (start <= before) return labelled(sentence, [start, end]);
  const space = sentence.indexOf(' ', start - before);
  const cut = space < 0 || space >= start ? start : space + 1;
  return labelled(`… ${sentence.slice(cut)}`, [start - cut + 2, end - cut + 2]);
}

function labelled(sentence: string, run: readonly [start: number, end: number]): Snippet {
  const label = labelOf(sentence);
  return { label, highlight: runIn(label, run) };
}
