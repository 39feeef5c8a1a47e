import { summarize } from '../../syntax/summarize.ts';
import type { Entry, Prose, WrittenReference } from '../../syntax/summary.ts';
import { type Span, span } from '../../text/span.ts';
import type { Here } from './here.ts';

/** So often it is looked in any case, and then as long as not more than so many units are read in all. */
const FEWEST = 2;
const MOST_READ = 400_000;

/** What would stand at a place. */
export interface Probe {
  readonly reference?: WrittenReference;
  /** The item of a list section that the reference is the title of. */
  readonly entry?: Entry;
  readonly prose?: Prose;
}

/**
 * What the reader of documents would make of a text with something else in it: whether a place is code, prose or an entry's is
 * not guessed from the letters around it.
 *
 * @param replaced what is taken out of the text
 * @param inserted what is put there
 * @param looked where in `inserted` the target stands that is asked about
 */
export function probe({ document, text, effort }: Here, replaced: Span, inserted: string, looked: Span): Probe {
  if (effort.probes++ >= FEWEST && effort.probes * text.length > MOST_READ) return {};
  const probed = text.slice(0, replaced.start) + inserted + text.slice(replaced.end);
  const summary = summarize(document.path, probed);
  if (!summary) return {};
  const at = span(replaced.start + looked.start, replaced.start + looked.end);
  const index = summary.references.findIndex((each) => each.span.start === at.start && each.span.end === at.end);
  const reference = summary.references[index];
  const prose = summary.prose.find((each) => each.start <= at.start && at.end <= each.end);
  if (!reference) return prose ? { prose } : {};
  const entry = summary.sections.flatMap(({ entries }) => entries).find((each) => each.reference === index);
  return entry ? { reference, entry } : { reference };
}

/**
 * A title that nobody has, like another one in what its place hangs on: the mark at its end, by which a list tells titles, and
 * whether it is one word, which may stand in a link's destination.
 */
export const likeTitle = (title: string): string =>
  (/\s/.test(title) ? 'Whether this would stand' : 'Whether') + (/[?.!…]$/u.exec(title)?.[0] ?? '');

/**
 * Whether nothing in a title is markup where titles are offered, so that one such title stands where another does. In one word
 * parentheses may belong to the destination of a link; in a list a dash parts a title from what is said of it.
 */
export const isPlainTitle = (title: string): boolean =>
  !/[`<\\[\]]|:\/\/|\s[—–-]\s|^\s*(?:[-+*•#>~=|]|\d+[.)])|^\S*[()]\S*$/u.test(title);
