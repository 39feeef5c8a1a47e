/**
 * Looking for nodes by their titles, in a page that stands alone. Pure.
 */
import type { NodeKind } from '../../../server/protocol.ts';
import type { Whole } from './whole.ts';

export interface Hit {
  readonly id: string;
  readonly title: string;
  readonly kind: NodeKind;
}

/** So many are shown. */
const most = 30;

/** The nodes whose titles hold all words of a query, at the beginnings of words first, then the most used. */
export function find({ nodes, uses }: Whole, query: string): Hit[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const found = nodes.flatMap(({ title }, number) => {
    const places = words.map((word) => placeOf(title.toLowerCase(), word));
    return places.includes(0) ? [] : [{ number, rank: places.filter((place) => place === 2).length }];
  });
  found.sort((a, b) => b.rank - a.rank || uses[b.number]! - uses[a.number]! || a.number - b.number);
  return found.slice(0, most).map(({ number }) => {
    const { id, title, kind } = nodes[number]!;
    return { id, title, kind };
  });
}

/** 2 where a word of the title begins so, 1 where it stands anywhere, 0 where it does not. */
function placeOf(title: string, word: string): 0 | 1 | 2 {
  let at = title.indexOf(word);
  if (at < 0) return 0;
  for (; at >= 0; at = title.indexOf(word, at + 1)) if (at === 0 || /[^\p{L}\p{N}]/u.test(title[at - 1]!)) return 2;
  return 1;
}
