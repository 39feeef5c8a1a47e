import { type Graph, findTitle, graph, missingId, nameOf, neighbourhood, placesOf } from '../../core/index.ts';
import { type Arguments, UsageError } from './arguments.ts';
import { dot } from './dot.ts';
import { graphml } from './graphml.ts';
import { html } from './html.ts';
import { json } from './ranges.ts';
import type { Reading } from './readCorpus.ts';
import type { Answer } from './run.ts';

/** The graph of the corpus, or of what lies within some steps of one title. */
export function graphCommand({ snapshot }: Reading, { focus, depth, format }: Arguments): Answer {
  const id = focus === undefined ? undefined : focusId(snapshot, focus);
  const found: Graph = id === undefined ? graph(snapshot) : plain(neighbourhood(snapshot, id, depth, Number.POSITIVE_INFINITY));
  const formats = { json: asJson, dot, graphml, html: (each: Graph) => html(each, id ?? null) };
  return { output: formats[format as keyof typeof formats](found), code: 0 };
}

function focusId(snapshot: Reading['snapshot'], title: string): string {
  const resolution = findTitle(snapshot, title);
  if (resolution.status === 'resolved') return resolution.target.path;
  if (resolution.status === 'ambiguous') {
    const paths = resolution.targets.map(({ path }) => path).join(', ');
    throw new UsageError(`several documents answer to “${title}”: ${paths}`);
  }
  const name = nameOf(snapshot, title);
  if (name === undefined || placesOf(snapshot, name).length === 0) {
    throw new UsageError(`nothing in this corpus is called “${title}”`);
  }
  return missingId(snapshot, { name, text: title });
}

const plain = ({ nodes, edges }: Graph): Graph => ({
  nodes: nodes.map(({ id, title, kind, path }) => ({ id, title, kind, path })),
  edges,
});

const asJson = ({ nodes, edges }: Graph): string => json({ version: 1, nodes, edges });
