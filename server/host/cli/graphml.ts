import type { Graph } from '../../core/index.ts';

/** For Gephi, yEd and others (graphml.graphdrawing.org). */
export function graphml({ nodes, edges }: Graph): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...['title', 'kind', 'path'].map(
      (name) => `  <key id="${name}" for="node" attr.name="${name}" attr.type="string"/>`,
    ),
    ...['role', 'relation', 'type'].map(
      (name) => `  <key id="${name}" for="edge" attr.name="${name}" attr.type="string"/>`,
    ),
    '  <key id="count" for="edge" attr.name="count" attr.type="int"/>',
    '  <graph id="corpus" edgedefault="directed">',
    ...nodes.map(({ id, title, kind, path }) => `    <node id="${escaped(id)}">${data({ title, kind, path })}</node>`),
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

/**
 * XML knows no control characters but white space, not even escaped; nor halves of surrogate pairs. White space of a file's
 * name is written so that it is not read as a mere space.
 */
function escaped(text: string): string {
  const legal = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd');
  return legal.replace(/[&<>"\t\n\r]/g, (unit) => `&#${unit.charCodeAt(0)};`);
}
