import { basename, resolve } from 'node:path';
import { type Graph, graph, missingId, neighbourhood, type Snapshot } from '../../core/index.ts';
import type { Arguments } from './arguments.ts';
import { dot } from './dot.ts';
import { gexf } from './gexf.ts';
import { graphml } from './graphml.ts';
import { html } from './html.ts';
import { pageData } from './htmlData.ts';
import { json } from './ranges.ts';
import type { Reading } from './readCorpus.ts';
import type { Answer } from './run.ts';
import { subjectOf } from './subject.ts';

/** The graph of the corpus, or of what lies within some steps of one title. */
export function graphCommand({ snapshot }: Reading, args: Arguments): Answer {
  const { focus, depth, format, filter, directory } = args;
  const id = focus === undefined ? null : focusId(snapshot, focus);
  const found: Graph =
    id === null ? graph(snapshot, filter) : plain(neighbourhood(snapshot, id, depth, Number.POSITIVE_INFINITY, filter));
  const asPage = (each: Graph): string =>
    html(pageData(snapshot, each, { corpus: basename(resolve(directory)), focus: id, depth }));
  const formats = { json: asJson, dot, graphml, gexf, html: asPage };
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
