import type { Graph } from '../../core/index.ts';

const SHAPES = { note: 'ellipse', inquiry: 'box', page: 'note', missing: 'ellipse' } as const;

/** For Graphviz: `note-corpus graph --format dot | dot -Tsvg`. */
export function dot({ nodes, edges }: Graph): string {
  const lines = [
    'digraph corpus {',
    ...nodes.map(({ id, title, kind }) => {
      const dashed = kind === 'missing' ? ', style=dashed' : '';
      return `  ${quoted(id)} [label=${quoted(title)}, shape=${SHAPES[kind]}${dashed}];`;
    }),
    ...edges.map(({ source, target, role, relation }) => {
      const tooltip = relation === null ? '' : `, tooltip=${quoted(relation)}`;
      return `  ${quoted(source)} -> ${quoted(target)} [class=${quoted(role)}${tooltip}];`;
    }),
    '}',
  ];
  return lines.map((line) => `${line}\n`).join('');
}

const quoted = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&').replace(/\s+/g, ' ')}"`;
