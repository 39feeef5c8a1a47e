// The public face of the core, and its only one.

export { type Document } from './index/document.ts';
export { commonSpelling } from './index/names.ts';
export { type Reference, type Resolved, resolvedReferencesOf } from './index/references.ts';
export { type Resolution, findTitle } from './index/resolve.ts';
export {
  type Options,
  type Snapshot,
  type TextOf,
  documentAt,
  documentsOf,
  nameOf,
  recordOf,
} from './index/snapshot.ts';
export { type Change, Workspace } from './index/workspace.ts';
export { type Citing, type Declared, backlinksOf, declaredUsers, placesOf } from './queries/backlinks.ts';
export { type Definition, type NavTarget, definition, navTarget } from './queries/definition.ts';
export { type Diagnostic, type DiagnosticCode, DIAGNOSTIC_CODES, diagnostics } from './queries/diagnostics.ts';
export { documentHighlights } from './queries/documentHighlights.ts';
export { type DocumentLink, documentLinks } from './queries/documentLinks.ts';
export { type DocumentSymbol, documentSymbols } from './queries/documentSymbols.ts';
export { type Graph, type GraphEdge, type GraphNode, type Neighbourhood, graph, missingId, neighbourhood } from './queries/graph.ts';
export { type Card, type Hover, cardOf, hover } from './queries/hover.ts';
export { type MissingNote, missingNotes } from './queries/missingNotes.ts';
export { type Place, references } from './queries/references.ts';
export { type FilePosition } from './queries/subject.ts';
export { workspaceSymbols } from './queries/workspaceSymbols.ts';
export { type Form, type Kind, type Layout, type Role, type Summary } from './syntax/summary.ts';
export { mayBeDocument, seemsDocument, summarize } from './syntax/summarize.ts';
export { type LineStarts, type Position, lineStarts, offsetAt, positionAt } from './text/lines.ts';
export { type Excerpt, sentenceAround } from './text/sentence.ts';
export { type Span } from './text/span.ts';
