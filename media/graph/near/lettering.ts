/**
 * What is written under each node, in which size, and how much room that takes. Pure: the page brings its ruler.
 */
import type { GraphNode, GraphResult } from '../../../server/protocol.ts';
import { wrap } from '../labels.ts';
import { radius } from '../shapes.ts';
import type { Extent } from './layout.ts';

/** A font size with its line height, in pixels. */
export interface Type {
  readonly size: number;
  readonly line: number;
  readonly weight: number;
}

/** A node's label, ready to be written. */
export interface Label {
  readonly lines: readonly string[];
  readonly type: Type;
  /** What it takes on the screen. */
  readonly extent: Extent;
  /** What the layout keeps free for it: less where labels are too many to be all seen at once. */
  readonly room: Extent;
}

/** Gives the width of a text in pixels. */
export type Ruler = (text: string, type: Type) => number;

const focusType: Type = { size: 13, line: 16, weight: 600 };
const nearType: Type = { size: 12, line: 15, weight: 400 };
const farType: Type = { size: 11, line: 13, weight: 400 };

/** More nodes than this are a crowd: the far ones get shorter and fewer labels. */
export const crowd = 60;

/** Narrower views than this, in pixels, get narrower labels: two side by side in a side bar. */
export const narrow = 480;

/** The labels of a graph for a view of this width in pixels, by node id. */
export function lettering(graph: GraphResult, viewWidth: number, ruler: Ruler): Map<string, Label> {
  const slim = viewWidth < narrow;
  return new Map(graph.nodes.map((node) => [node.id, label(node, graph.nodes.length, slim, ruler)]));
}

function label(node: GraphNode, nodes: number, slim: boolean, ruler: Ruler): Label {
  const crowded = nodes > crowd;
  const short = crowded && node.distance > 1;
  const type = node.distance === 0 ? focusType : node.distance === 1 && !slim ? nearType : farType;
  const columns = slim ? (node.distance === 0 ? 20 : 16) : short ? 20 : 24;
  const maxLines = node.distance > 0 && (short || (slim && nodes > 12)) ? 2 : 3;
  const lines = wrap(node.title, columns, maxLines);
  const labelWidth = Math.max(0, ...lines.map((line) => ruler(line, type)));
  const extent = { radius: radius(node), labelWidth, labelHeight: lines.length * type.line };
  // Far nodes of a crowd stand closer, so that the whole fits the view at a zoom where the near ones can be read.
  const room = crowded ? scaled(extent, short ? 0.25 : 1.4) : extent;
  return { lines, type, extent, room };
}

function scaled(extent: Extent, by: number): Extent {
  return { ...extent, labelWidth: extent.labelWidth * by, labelHeight: extent.labelHeight * by };
}
