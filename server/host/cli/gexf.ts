import type { Graph, GraphNode } from '../../core/index.ts';
import { escaped } from './xml.ts';

/** Red, green, blue of each kind. */
const COLOURS: Readonly<Record<GraphNode['kind'], readonly [number, number, number]>> = {
  note: [26, 133, 255],
  inquiry: [134, 75, 184],
  page: [56, 138, 52],
  missing: [184, 98, 0],
};

/**
 * GEXF 1.3 (gexf.net), for Gephi and others. Two nodes have an edge for each role: the edge's `kind` tells them apart, as the
 * format asks of parallel edges. Its weight is how often one names the other.
 */
export function gexf({ nodes, edges }: Graph): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">',
    '  <meta>',
    '    <creator>note-corpus</creator>',
    '  </meta>',
    '  <graph mode="static" defaultedgetype="directed" idtype="string">',
    ...declared('node', { kind: 'string', path: 'string', tags: 'liststring' }),
    ...declared('edge', { role: 'string', relation: 'string', type: 'string' }),
    '    <nodes>',
    ...nodes.map(({ id, title, kind, path, tags }) => {
      const [r, g, b] = COLOURS[kind];
      const said = values({ kind, path, tags: tags.length > 0 ? JSON.stringify(tags) : null });
      const colour = `<viz:color r="${r}" g="${g}" b="${b}"/>`;
      return `      <node id="${escaped(id)}" label="${escaped(title)}">${said}${colour}</node>`;
    }),
    '    </nodes>',
    '    <edges>',
    ...edges.map(({ source, target, role, relation, type, count }, at) => {
      const ends = `source="${escaped(source)}" target="${escaped(target)}"`;
      const label = type === null ? '' : ` label="${escaped(type)}"`;
      const said = values({ role, relation, type });
      return `      <edge id="${at}" ${ends} kind="${role}" weight="${count}"${label}>${said}</edge>`;
    }),
    '    </edges>',
    '  </graph>',
    '</gexf>',
  ];
  return lines.map((line) => `${line}\n`).join('');
}

const declared = (of: 'node' | 'edge', attributes: Readonly<Record<string, string>>): string[] => [
  `    <attributes class="${of}" mode="static">`,
  ...Object.entries(attributes).map(([id, type]) => `      <attribute id="${id}" title="${id}" type="${type}"/>`),
  '    </attributes>',
];

function values(said: Readonly<Record<string, string | null>>): string {
  const each = Object.entries(said).map(([name, value]) =>
    value === null ? '' : `<attvalue for="${name}" value="${escaped(value)}"/>`,
  );
  return `<attvalues>${each.join('')}</attvalues>`;
}
