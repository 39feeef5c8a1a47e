/**
 * What the reader looks at: the node that they stand on, and what the pointer or the keyboard is on. Pure.
 */
import { type Drawn, nodeOf } from './drawn.ts';
import type { Brought } from './strokes.ts';
import type { Attention } from './titles.ts';

/** Something that is drawn, by what it is: numbers of things are others after each cut. */
export type Mark =
  | { readonly type: 'node'; readonly node: number }
  | { readonly type: 'group'; readonly group: number }
  | { readonly type: 'pair'; readonly pair: number; readonly drawn: Drawn };

export function markOf(drawn: Drawn, thing: number): Mark {
  const node = nodeOf(drawn, thing);
  return node === undefined ? { type: 'group', group: drawn.cut.closed[thing]! } : { type: 'node', node };
}

export function sameMark(a: Mark | undefined, b: Mark | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  if (a.type === 'node') return b.type === 'node' && a.node === b.node;
  if (a.type === 'group') return b.type === 'group' && a.group === b.group;
  return b.type === 'pair' && a.pair === b.pair && a.drawn === b.drawn;
}

/** The thing that is or stands for what is marked; `undefined` where none does, as for lines. */
export function thingOf({ cut }: Drawn, mark: Mark | undefined): number | undefined {
  if (mark?.type === 'node') {
    const thing = cut.thing[mark.node] ?? -1;
    return thing < 0 ? undefined : thing;
  }
  const thing = mark?.type === 'group' ? cut.closed.indexOf(mark.group) : -1;
  return thing < 0 ? undefined : thing;
}

/** What is brought out: what is pointed at, or else the focus. */
export function attend(
  drawn: Drawn,
  focus: number | undefined,
  pointed: Mark | undefined,
): { readonly attention: Attention; readonly brought: Brought } {
  const { pairs } = drawn;
  const focusThing = focus === undefined ? undefined : thingOf(drawn, { type: 'node', node: focus });
  const pointedThing = thingOf(drawn, pointed);
  if (pointed?.type === 'pair' && pointed.drawn === drawn) {
    const near = new Set([pairs.a[pointed.pair]!, pairs.b[pointed.pair]!]);
    return {
      attention: { focus: focusThing, pointed: undefined, near },
      brought: (pair) => pair === pointed.pair,
    };
  }
  const middle = pointedThing ?? focusThing;
  if (middle === undefined)
    return { attention: { focus: focusThing, pointed: undefined, near: undefined }, brought: undefined };
  const near = new Set([middle]);
  for (let pair = 0; pair < pairs.count; pair++) {
    if (pairs.a[pair] === middle) near.add(pairs.b[pair]!);
    else if (pairs.b[pair] === middle) near.add(pairs.a[pair]!);
  }
  return {
    attention: { focus: focusThing, pointed: pointedThing, near },
    brought: (pair) => pairs.a[pair] === middle || pairs.b[pair] === middle,
  };
}
