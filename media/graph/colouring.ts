/**
 * Colours for folders and tags: the most common get one each, the rest share a quiet one. Pure.
 */
import type { GraphNode } from '../../server/protocol.ts';
import type { Colouring, Swatch } from './looks.ts';

/** Colours of the theme, those that differ most first. */
const palette = ['blue', 'orange', 'green', 'purple', 'red', 'yellow'].map((name) => `var(--vscode-charts-${name})`);
export const quiet = 'var(--faint)';

export interface Colours {
  readonly swatches: readonly Swatch[];
  /** The colour (CSS) of a node; undefined where its kind says it. */
  of(node: GraphNode): string | undefined;
}

/** The colours of these nodes. Communities are known to the map alone: without it, kinds tell nodes apart. */
export function coloursOf(nodes: readonly GraphNode[], by: Colouring): Colours {
  if (by !== 'folder' && by !== 'tag') return { swatches: [], of: () => undefined };
  const nameOf = by === 'folder' ? folderOf : tagOf;
  const counts = new Map<string, number>();
  for (const node of nodes) {
    const name = nameOf(node);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const names = [...counts].filter(([name]) => name !== '').sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const colours = new Map(names.slice(0, palette.length).map(([name], at) => [name, palette[at] ?? quiet]));
  const named = [...colours].map(([name, colour]) => ({ name, colour, count: counts.get(name) ?? 0 }));
  const rest = nodes.length - named.reduce((sum, { count }) => sum + count, 0);
  const swatches = rest === 0 ? named : [...named, { name: restWord(by, named.length), colour: quiet, count: rest }];
  return { swatches, of: (node) => colours.get(nameOf(node)) ?? quiet };
}

const restWord = (by: Colouring, named: number): string =>
  named > 0 ? 'others' : by === 'folder' ? 'no folder' : 'no tag';

/** The folder that a document lies in; none for missing notes and for what lies at the top. */
export function folderOf({ id, kind }: GraphNode): string {
  return kind === 'missing' ? '' : id.slice(0, Math.max(0, id.lastIndexOf('/')));
}

const tagOf = ({ tags }: GraphNode): string => tags[0] ?? '';
