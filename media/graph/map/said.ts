/**
 * What is pointed at, for the frame and for a screen reader. Pure.
 */
import type { Pointed } from '../picture.ts';
import { kindWord, usesWord } from '../words.ts';
import type { Mark } from './attention.ts';
import { type Drawn, nodeOf } from './drawn.ts';
import { graphEdge, graphNode } from './nearby.ts';

/** What is marked, in the words of the frame. */
export function pointedAt(drawn: Drawn, mark: Mark): Pointed | undefined {
  const { whole, left, pairs, cut } = drawn;
  const { nodes, edges } = whole;
  if (mark.type === 'node') return { type: 'node', node: graphNode(whole, mark.node, 1) };
  if (mark.type === 'group') {
    const most = left.most[mark.group]!;
    if (most < 0) return undefined;
    return {
      type: 'group',
      group: { group: mark.group, members: left.members[mark.group]!, most: graphNode(whole, most, 1) },
    };
  }
  if (mark.drawn !== drawn) return undefined;
  const [a, b] = [pairs.a[mark.pair]!, pairs.b[mark.pair]!];
  const ends = [a, b].map((thing) => nodeOf(drawn, thing));
  if (pairs.weights[mark.pair] === 1 && ends.every((node) => node !== undefined)) {
    const edge = pairs.firsts[mark.pair]!;
    const [source, target] = [graphNode(whole, edges.sources[edge]!, 1), graphNode(whole, edges.targets[edge]!, 1)];
    return { type: 'edge', edge: graphEdge(whole, edge), source, target };
  }
  const title = (thing: number, node: number | undefined): string =>
    nodes.titles[node ?? left.most[cut.closed[thing]!]!] ?? '';
  return { type: 'bundle', from: title(a, ends[0]), to: title(b, ends[1]), count: pairs.weights[mark.pair]! };
}

/** A mark in one breath, for a screen reader. */
export function spoken(drawn: Drawn, mark: Mark | undefined): string {
  const what = mark && pointedAt(drawn, mark);
  if (what?.type === 'node') {
    const { title, kind, uses } = what.node;
    return `${title}, ${kindWord(kind)}, ${usesWord(uses)}`;
  }
  if (what?.type === 'group') return `${what.group.members} documents around ${what.group.most.title}. Enter goes in.`;
  return '';
}
