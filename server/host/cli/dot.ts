import type { Graph } from '../../core/index.ts';
import { printable } from './printable.ts';

const SHAPES = { note: 'ellipse', inquiry: 'box', page: 'note', missing: 'ellipse' } as const;

/** For Graphviz: `note-corpus graph --format dot | dot -Tsvg`. */
export function dot({ nodes, edges }: Graph): string {
  const lines = [
    'digraph corpus {',
    ...nodes.map(({ id, title, kind }) => {
      const dashed = kind === 'missing' ? ', style=dashed' : '';
      return `  ${quoted(id)} [label=${quoted(title)}, shape=${SHAPES[kind]}${dashed}];`;
    }),
    ...edges.map(({ source, target, role, relation, type }) => {
      const tooltip = relation === null ? '' : `, tooltip=${quoted(relation)}`;
      const label = type === null ? '' : `, label=${quoted(type)}`;
      return `  ${quoted(source)} -> ${quoted(target)} [class=${quoted(role)}${label}${tooltip}];`;
    }),
    '}',
  ];
  return lines.map((line) => `${line}\n`).join('');
}

const quoted = (text: string): string => `"${printable(text.replace(/\s+/g, ' ')).replace(/[\\"]/g, '\\$&')}"`;
