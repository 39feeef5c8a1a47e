import { type Span, span } from '../text/span.ts';
import { citationsIn } from './citations.ts';
import { monthOf, type YearMonth } from './dates.ts';

/** A paper that a text cites, by its arXiv id or its DOI. */
export interface Paper {
  readonly span: Span;
  readonly kind: 'arXiv' | 'doi';
  /** Without its version: `2305.12345` of `arXiv:2305.12345v2`. */
  readonly id: string;
  readonly version?: number;
  /** What its id says: `2305.12345` is of 2023-05. */
  readonly month?: YearMonth;
  /** With `https:`. */
  readonly url: string;
}

const ARXIV = /^https:\/\/(?:www\.)?arxiv\.org\/(?:abs|pdf|html)\/([^?#]+?)(?:v(\d{1,3}))?(?:\.pdf)?$/i;
const DOI = /^https:\/\/(?:dx\.)?doi\.org\/(10\.[^?#]+)$/i;

/**
 * The papers in a part of a text, in its order: ids, and addresses at arxiv.org and doi.org.
 *
 * @param isList whether papers are listed there: then an id may stand without the word, `Platelets at rest (2305.12345)`
 */
export function papersIn(text: string, within: Span, isList: boolean): Paper[] {
  const papers: Paper[] = [];
  for (const paper of eachPaper(text, within, isList)) {
    const last = papers.at(-1);
    // Of `[arXiv:2305.12345](https://arxiv.org/abs/2305.12345)` the address stands for both.
    const isLinked = last?.id === paper.id && text.slice(last.span.end, paper.span.start) === '](';
    if (isLinked) papers.pop();
    papers.push(paper);
  }
  return papers;
}

function eachPaper(text: string, within: Span, isList: boolean): Paper[] {
  const part = text.slice(within.start, within.end);
  return citationsIn(part, isList ? [span(0, part.length)] : []).flatMap(({ start, end, url }): Paper[] => {
    const at = span(within.start + start, within.start + end);
    const [, id, version] = ARXIV.exec(url) ?? [];
    if (id !== undefined) {
      const month = monthOfId(id);
      // `https://arxiv.org/abs/about` is an address like any other.
      if (month === undefined) return [];
      return [{ span: at, kind: 'arXiv', id, month, url, ...(version !== undefined && { version: Number(version) }) }];
    }
    const doi = DOI.exec(url)?.[1];
    return doi === undefined ? [] : [{ span: at, kind: 'doi', id: doi, url }];
  });
}

/** `2023-05` of `2305.12345`, `1999-01` of `cond-mat/9901001` (arxiv.org, "Understanding the arXiv identifier"). */
function monthOfId(id: string): YearMonth | undefined {
  const [, old, year, month] = /^([a-z-]+(?:\.[a-z]{2})?\/)?(\d\d)(\d\d)(?:\.\d{4,5}|\d{3})$/i.exec(id) ?? [];
  if (year === undefined) return undefined;
  const century = old !== undefined && Number(year) >= 91 ? 1900 : 2000;
  return monthOf(century + Number(year), Number(month));
}

/** As a text cites it: `arXiv:2305.12345v2`, `doi:10.1000/182`. */
export function paperName({ kind, id, version }: Paper): string {
  return `${kind}:${id}${version === undefined ? '' : `v${version}`}`;
}
