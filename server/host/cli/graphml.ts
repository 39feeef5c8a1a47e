import type { Graph } from '../../core/index.ts';
import { escaped } from './xml.ts';

/** For Gephi, yEd and others (graphml.graphdrawing.org). */
export function graphml({ nodes, edges }: Graph): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...['title', 'kind', 'path', 'tags'].map(
      (name) => `  <key id="${name}" for="node" attr.name="${name}" attr.type="string"/>`,
    ),
    ...['role', 'relation', 'type'].map(
      (name) => `  <key id="${name}" for="edge" attr.name="${name}" attr.type="string"/>`,
    ),
    '  <key id="count" for="edge" attr.name="count" attr.type="int"/>',
    '  <graph id="corpus" edgedefault="directed">',
    ...nodes.map(({ id, title, kind, path, tags }) => {
      const said = data({ title, kind, path, tags: tags.length > 0 ? tags.join(', ') : null });
      return `    <node id="${escaped(id)}">${said}</node>`;
    }),
    ...edges.map(({ source, target, role, relation, type, count }) => {
      const ends = `source="${escaped(source)}" target="${escaped(target)}"`;
      return `    <edge ${ends}>${data({ role, relation, type, count: String(count) })}</edge>`;
    }),
    '  </graph>',
    '</graphml>',
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function data(values: Readonly<Record<string, string | null>>): string {
  return Object.entries(values)
    .map(([key, value]) => (value === null ? '' : `<data key="${key}">${escaped(value)}</data>`))
    .join('');
}
