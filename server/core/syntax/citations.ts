import { type Span, span } from '../text/span.ts';
import { urlsIn } from './urls.ts';

/** A place in a text that leads out of the corpus, and the address that it leads to: always one with `https:`. */
export interface Citation extends Span {
  readonly url: string;
}

/**
 * What a text cites: papers by their arXiv id (`arXiv:2305.12345v2`, `arXiv 2305.12345`, `arXiv:math.GT/0309136`), works by their
 * DOI (`doi:10.1000/182`), and addresses. In order, without overlap.
 *
 * @param papers where an id may stand without the word: `Platelets at rest (2305.12345)`
 */
export function citationsIn(text: string, papers: readonly Span[]): Citation[] {
  const urls = urlsIn(text, span(0, text.length));
  const ids = [...arXivIds(text), ...papers.flatMap((within) => bareIds(text, within)), ...dois(text)];
  const found = [...urls.flatMap((each) => address(text, each)), ...ids].sort((a, b) => a.start - b.start);
  return apart(found, urls);
}

/** What lies in no address, and in nothing before it. */
function apart(found: readonly Citation[], urls: readonly Span[]): Citation[] {
  const kept: Citation[] = [];
  let next = 0;
  for (const each of found) {
    while (next < urls.length && urls[next]!.end <= each.start) next++;
    const isInUrl = next < urls.length && urls[next]!.start < each.start;
    if (!isInUrl && each.start >= (kept.at(-1)?.end ?? 0)) kept.push(each);
  }
  return kept;
}

// An id begins with year and month, since 2007; before that with an archive: `math.GT/0309136`. Behind it goes on no word.
const NEW_ID = String.raw`\d\d(?:0[1-9]|1[0-2])\.\d{4,5}`;
const OLD_ID = String.raw`[a-z]{1,8}(?:-[a-z]{2,4})?(?:\.[a-z]{2})?/\d{7}`;
const ARXIV = new RegExp(
  String.raw`(?<![\p{L}\p{N}_./@-])arXiv(?<sep>:[ \u00a0]?|[ \u00a0])(?<open>\(?)(?<id>(?:${NEW_ID}|(?<old>${OLD_ID}))(?:v\d{1,3})?)(?![\p{L}\p{N}_/]|\.\d)`,
  'giu',
);
const BARE = new RegExp(String.raw`\((${NEW_ID}(?:v\d{1,3})?)\)`, 'g');
// The characters that nearly all have (crossref.org, "DOIs and matching regular expressions").
const DOI = /(?<![\p{L}\p{N}_./@-])doi:[ \u00a0]?(10\.\d{4,9}\/[-._;()/:a-z0-9]+)/giu;

function* arXivIds(text: string): Generator<Citation> {
  for (const { index, 0: whole, groups } of text.matchAll(ARXIV)) {
    const { sep, open, id, old } = groups as Record<string, string>;
    if (old !== undefined && !sep!.startsWith(':')) continue;
    const end = index + whole.length;
    yield { start: open === '' ? index : end - id!.length, end, url: `https://arxiv.org/abs/${id}` };
  }
}

function bareIds(text: string, within: Span): Citation[] {
  return [...text.slice(within.start, within.end).matchAll(BARE)].map(({ index, 1: id }) => {
    const start = within.start + index + 1;
    return { start, end: start + id!.length, url: `https://arxiv.org/abs/${id}` };
  });
}

function* dois(text: string): Generator<Citation> {
  for (const { index, 0: whole, 1: written } of text.matchAll(DOI)) {
    const doi = withoutEnd(written!);
    // A slash with nothing behind it is none.
    if (!doi.endsWith('/'))
      yield { start: index, end: index + whole.length - written!.length + doi.length, url: `https://doi.org/${doi}` };
  }
}

/** An address that begins with `https:` and a host's name, all in ASCII: what else looks like one is left to the editor. */
function address(text: string, { start, end }: Span): Citation[] {
  const url = withoutEnd(text.slice(start, end));
  const isPlain = /^https:\/\/[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?(?:[/?#][!-~]*)?$/i.test(url);
  return isPlain ? [{ start, end: start + url.length, url }] : [];
}

/** Without what belongs to the sentence around: `https://example.org/mud).` A parenthesis that was opened belongs to it. */
function withoutEnd(written: string): string {
  const count = (mark: string): number => written.split(mark).length - 1;
  let spare = count(')') - count('(');
  let end = written.length;
  for (; end > 0; end--) {
    const last = written[end - 1]!;
    if (last === ')' && spare > 0) spare--;
    else if (!'.,;:!?\'"”’»*_]}'.includes(last)) break;
  }
  return written.slice(0, end);
}
