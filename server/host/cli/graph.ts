import { type Graph, graph, missingId, neighbourhood, type Snapshot } from '../../core/index.ts';
import type { Arguments } from './arguments.ts';
import { dot } from './dot.ts';
import { gexf } from './gexf.ts';
import { graphml } from './graphml.ts';
import { html } from './html.ts';
import { json } from './ranges.ts';
import type { Reading } from './readCorpus.ts';
import type { Answer } from './run.ts';
import { subjectOf } from './subject.ts';

/** The graph of the corpus, or of what lies within some steps of one title. */
export function graphCommand({ snapshot }: Reading, { focus, depth, format, filter }: Arguments): Answer {
  const id = focus === undefined ? undefined : focusId(snapshot, focus);
  const found: Graph =
    id === undefined
      ? graph(snapshot, filter)
      : plain(neighbourhood(snapshot, id, depth, Number.POSITIVE_INFINITY, filter));
  const formats = { json: asJson, dot, graphml, gexf, html: (each: Graph) => html(each, id ?? null) };
  return { output: formats[format as keyof typeof formats](found), code: 0 };
}

function focusId(snapshot: Snapshot, focus: string): string {
  const subject = subjectOf(snapshot, focus);
  return 'document' in subject
    ? subject.document.path
    : missingId(snapshot, { name: subject.missing, text: subject.title });
}

const plain = ({ nodes, edges }: Graph): Graph => ({
  nodes: nodes.map(({ id, title, kind, path, tags }) => ({ id, title, kind, path, tags })),
  edges,
});

const asJson = ({ nodes, edges }: Graph): string => json({ version: 1, nodes, edges });
