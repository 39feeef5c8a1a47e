import {
  type CallHierarchyItem,
  type CodeLens,
  DiagnosticSeverity,
  DocumentHighlightKind,
  type FoldingRange,
  FoldingRangeKind,
  type Location,
  type LocationLink,
  type Diagnostic as LspDiagnostic,
  type DocumentHighlight as LspDocumentHighlight,
  type DocumentLink as LspDocumentLink,
  type DocumentSymbol as LspDocumentSymbol,
  type Hover as LspHover,
  type InlayHint as LspInlayHint,
  type WorkspaceSymbol as LspWorkspaceSymbol,
  type MarkupContent,
  MarkupKind,
  type Range,
  type SelectionRange,
  SymbolKind,
} from 'vscode-languageserver';
import {
  type Card,
  type Definition,
  type Diagnostic,
  type Document,
  type DocumentLink,
  type DocumentSymbol,
  documentAt,
  type Fold,
  type Highlight,
  type Hover,
  type InlayHint,
  type LineStarts,
  type NavTarget,
  positionAt,
  type Relation,
  type Severity,
  type Span,
  typedSentence,
  type Uses,
  type WorkspaceSymbol,
} from '../core/index.ts';
import type { Corpus } from './corpus.ts';

// Ours to the protocol's: the only file that makes ranges and locations.

export function toRange(lines: LineStarts, span: Span): Range {
  return { start: positionAt(lines, span.start), end: positionAt(lines, span.end) };
}

export function toLocation(corpus: Corpus, document: Document, span: Span): Location {
  return { uri: corpus.uris.uriOf(document.path), range: toRange(document.lines, span) };
}

export function toLocationLinks(corpus: Corpus, from: LineStarts, { origin, targets }: Definition): LocationLink[] {
  return targets.map(({ document, focus }) => {
    const range = toRange(document.lines, focus);
    return {
      originSelectionRange: toRange(from, origin),
      targetUri: corpus.uris.uriOf(document.path),
      targetRange: range,
      targetSelectionRange: range,
    };
  });
}

/** `file:///notes/mud.md#L3,1`: VS Code opens a link with such a fragment at line 3. */
function toTargetUri(corpus: Corpus, { document, focus }: NavTarget): string {
  const { line, character } = positionAt(document.lines, focus.start);
  const uri = corpus.uris.uriOf(document.path);
  return line === 0 && character === 0 ? uri : `${uri}#L${line + 1},${character + 1}`;
}

export function toDocumentLink(corpus: Corpus, lines: LineStarts, link: DocumentLink): LspDocumentLink {
  const range = toRange(lines, link.span);
  if ('url' in link) return { range, target: link.url };
  if ('file' in link) return { range, target: corpus.uris.uriOf(link.file), tooltip: 'Go to this file' };
  // The hover tells the rest.
  const tooltip = `Go to this ${KINDS[link.target.document.kind]}`;
  return { range, target: toTargetUri(corpus, link.target), tooltip };
}

export const KINDS = { note: 'note', inquiry: 'inquiring line', page: 'page', missing: 'missing note' } as const;

/** Markdown of our own words; what comes from notes is escaped. */
export function toHover(path: string, lines: LineStarts, { span, cards, relations }: Hover): LspHover {
  const { kind, value } = toMarkup(cards);
  const said = relations.map((each) => relationText(path, each));
  return { range: toRange(lines, span), contents: { kind, value: [value, ...said].join('\n\n') } };
}

/** `*relation · grounds* — the plates are …`; of what the other document says of this one, that it does. */
function relationText(path: string, { from, sentence }: Relation): string {
  const { type, rest } = typedSentence(sentence ?? '');
  const whose = from.path === path ? 'relation' : 'its relation to this';
  return `*${whose}${type === null ? '' : ` · ${escaped(type)}`}* — ${escaped(shortened(rest))}`;
}

export function toMarkup(cards: readonly Card[]): MarkupContent {
  return { kind: MarkupKind.Markdown, value: cards.map(cardText).join('\n\n---\n\n') };
}

/** A card in Markdown. */
export function cardText({ title, kind, path, description, ...uses }: Card): string {
  const name = escaped(shortened(title));
  const used = usesOf(kind, uses);
  const lines = [
    `**${name}**`,
    `*${KINDS[kind]}* · ${kind === 'missing' ? 'no document has this title · ' : ''}${used}`,
  ];
  if (description) lines.push(escaped(shortened(description)));
  if (path) lines.push(code(path));
  return lines.join('\n\n');
}

/** `note · used by 3 inquiring lines`, as plain text. */
export const cardLine = ({ kind, ...uses }: Card): string => `${KINDS[kind]} · ${usesOf(kind, uses)}`;

function usesOf(kind: Card['kind'], uses: Uses): string {
  const used = usedBy(uses, ' and ');
  if (kind === 'missing') return `named in ${used || 'one place'}`;
  return used ? `used by ${used}` : 'nobody uses it yet';
}

/** `3 inquiring lines and 1 note`; empty for none. */
function usedBy({ inquiries, notes }: Uses, between: ' and ' | ' · '): string {
  const parts = [counted(inquiries, 'inquiring line'), counted(notes, 'note')].filter(Boolean);
  return parts.join(between);
}

/** Says over a title who uses it; with a click that shows them, where the client has a command for that. */
export function toCodeLens({ range, data }: CodeLens, uri: string, uses: Uses, command: string): CodeLens {
  const used = usedBy(uses, ' · ');
  const title = used && `used by ${used}`;
  return { range, data, command: { title, command, ...(command && { arguments: [uri, range.start] }) } };
}

/** What `data` says is given back with the question for the rest (`inlayHint/resolve`). */
export function toInlayHint(corpus: Corpus, lines: LineStarts, { offset, target, ...uses }: InlayHint): LspInlayHint {
  return {
    position: positionAt(lines, offset),
    label: `used by ${usedBy(uses, ' · ')}`,
    paddingLeft: true,
    data: { uri: corpus.uris.uriOf(target.path) },
  };
}

/** A step of where a document comes from; `data` finds it again when it has another path, or its title stands elsewhere. */
export function toCallHierarchyItem(corpus: Corpus, document: Document): CallHierarchyItem {
  const { path, title, kind, lines } = document;
  const range = toRange(lines, title.span);
  return {
    name: title.text.replace(/\s+/g, ' ').trim() || path,
    kind: kindOf(document),
    detail: `${KINDS[kind]} · ${path}`,
    uri: corpus.uris.uriOf(path),
    range,
    selectionRange: range,
    data: { path, title: title.text },
  };
}

const counted = (count: number, noun: string): string =>
  count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}`;

const shortened = (text: string): string =>
  text.length <= 400 ? text : `${text.slice(0, 400).replace(/\s+\S*$/, '')} …`;

/** Note text in Markdown of ours: shown as it is, never as markup, not even as the link that a bare `https://…` would be. */
const escaped = (text: string): string => text.replace(/[\\`*_{}[\]()#+\-.!|<>~&:@$^=]/g, '\\$&').replace(/\s+/g, ' ');

/** A file may have any name: the fence is longer than the longest run of backticks in it. */
function code(text: string): string {
  const fence = '`'.repeat(Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
  const space = fence === '`' ? '' : ' ';
  return fence + space + text.replace(/\s+/g, ' ') + space + fence;
}

/** A title is where the thing is made what it is; the rest looks it up. */
export function toDocumentHighlight(lines: LineStarts, { span, kind }: Highlight): LspDocumentHighlight {
  return {
    range: toRange(lines, span),
    kind: kind === 'title' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  };
}

const SYMBOL_KINDS: Readonly<Record<DocumentSymbol['kind'], SymbolKind>> = {
  title: SymbolKind.File,
  heading: SymbolKind.String,
  section: SymbolKind.Array,
  entry: SymbolKind.Key,
};

export function toDocumentSymbol(lines: LineStarts, symbol: DocumentSymbol): LspDocumentSymbol {
  return {
    name: symbol.name.trim() || '(untitled)',
    detail: symbol.detail,
    kind: SYMBOL_KINDS[symbol.kind],
    range: toRange(lines, symbol.whole),
    selectionRange: toRange(lines, symbol.focus),
    children: symbol.children.map((child) => toDocumentSymbol(lines, child)),
  };
}

export function toWorkspaceSymbol(corpus: Corpus, { text, kind, document, span }: WorkspaceSymbol): LspWorkspaceSymbol {
  return {
    name: text,
    kind: kind === 'title' ? kindOf(document) : kind === 'alias' ? SymbolKind.Key : SymbolKind.String,
    containerName: kind === 'heading' ? document.title.text : document.path,
    location: toLocation(corpus, document, span),
  };
}

const kindOf = ({ kind }: Document): SymbolKind => (kind === 'inquiry' ? SymbolKind.Event : SymbolKind.File);

const SEVERITIES: Readonly<Record<Exclude<Severity, 'off'>, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Undefined where the code is switched off. */
export function toDiagnostic(corpus: Corpus, document: Document, found: Diagnostic): LspDiagnostic | undefined {
  const severity = corpus.settings.severity[found.code];
  if (severity === 'off') return undefined;
  const relatedInformation = found.related.flatMap(({ path, span, message }) => {
    const other = documentAt(corpus.snapshot, path);
    return other ? [{ location: toLocation(corpus, other, span), message }] : [];
  });
  return {
    source: 'note-corpus',
    code: found.code,
    severity: SEVERITIES[severity],
    range: toRange(document.lines, found.span),
    message: found.message,
    ...(relatedInformation.length > 0 && { relatedInformation }),
  };
}

/** Whole lines: that is what a range without characters means. Sections that the corpus knows are folded as regions are. */
export function toFoldingRange({ first, last, isSection }: Fold): FoldingRange {
  return { startLine: first, endLine: last, ...(isSection && { kind: FoldingRangeKind.Region }) };
}

/** @param chain from the smallest to the largest; it is never empty. */
export function toSelectionRange(lines: LineStarts, chain: readonly Span[]): SelectionRange {
  return chain.reduceRight<SelectionRange | undefined>(
    (parent, each) => ({ range: toRange(lines, each), ...(parent && { parent }) }),
    undefined,
  )!;
}
