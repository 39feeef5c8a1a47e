import {
  backlinksOf,
  diagnostics,
  documentsOf,
  graph,
  missingNotes,
  neighbourhood,
  resolvedReferencesOf,
  type Snapshot,
  workspaceSymbols,
} from '../../server/core/index.ts';

const symbolsFor = (snapshot: Snapshot, query: string): unknown[] =>
  workspaceSymbols(snapshot, query).map(({ text, kind, document, span }) => [text, kind, document.path, span]);

/** Everything that there is to know, without the numbers by which an index calls things. */
export function answers(snapshot: Snapshot): unknown {
  const documents = documentsOf(snapshot).map((document) => ({
    path: document.path,
    references: resolvedReferencesOf(snapshot, document).map(({ reference: { name, ...reference }, resolution }) => ({
      ...reference,
      status: resolution.status,
      targets:
        resolution.status === 'resolved'
          ? [resolution.target.path]
          : resolution.status === 'ambiguous'
            ? resolution.targets.map((each) => each.path)
            : [],
    })),
    diagnostics: diagnostics(snapshot, document),
    backlinks: backlinksOf(snapshot, document).map((citing) => [
      citing.document.path,
      citing.references.map((each) => each.span),
    ]),
  }));
  return {
    documents,
    missing: missingNotes(snapshot).map(({ name, ...note }) => note),
    graph: graph(snapshot),
    neighbourhood: neighbourhood(snapshot, null, 1, 5),
    symbols: ['', 'mud', 'why does', 'bread rise', 'learn'].map((query) => symbolsFor(snapshot, query)),
  };
}
