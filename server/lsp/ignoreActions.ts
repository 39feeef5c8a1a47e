import { type CodeAction, type CodeActionContext, CodeActionKind, type Diagnostic } from 'vscode-languageserver';
import { type Document, possibleReferences, resolvedReferencesOf, type Span } from '../core/index.ts';
import { ignoreTitleCommand } from '../protocol.ts';
import type { Corpus } from './corpus.ts';
import type { Session } from './session.ts';

/** Findings that are about a title. */
const ABOUT_TITLES: readonly unknown[] = [
  'dangling-reference',
  'ambiguous-reference',
  'duplicate-title',
  'possible-reference',
];

/** So many titles can be told of no more at a time: more nobody reads. */
const MOST = 5;

/**
 * To hear no more of a title, in this document or in the whole corpus: for findings that the client shows at the place, and
 * where it has the command that writes the setting.
 */
export function ignoreActions(
  session: Session,
  corpus: Corpus,
  document: Document,
  at: Span,
  { diagnostics }: CodeActionContext,
): CodeAction[] {
  const shown = diagnostics.filter(({ source, code }) => source === 'note-corpus' && ABOUT_TITLES.includes(code));
  if (!session.commands || shown.length === 0) return [];
  return titlesAt(corpus, document, at)
    .slice(0, MOST)
    .flatMap((title) => [
      ignoring(`Stop reporting “${short(title)}” here`, shown, [corpus.uris.folder, title, document.path]),
      ignoring(`Stop reporting “${short(title)}” in the whole corpus`, shown, [corpus.uris.folder, title, null]),
    ]);
}

function titlesAt({ snapshot }: Corpus, document: Document, at: Span): string[] {
  const touches = ({ start, end }: Span): boolean => start <= at.end && at.start <= end;
  const references = resolvedReferencesOf(snapshot, document);
  const named = references
    .filter(({ reference: { whole, form }, resolution: { status } }) => {
      return form !== 'link' && status !== 'resolved' && touches(whole);
    })
    .map(({ reference }) => reference.text);
  const possible = possibleReferences(snapshot, document, references)
    .filter(({ span }) => touches(span))
    .map(({ text }) => text);
  const own = touches(document.title.span) ? [document.title.text] : [];
  return [...new Set([...named, ...possible, ...own])];
}

function ignoring(
  title: string,
  diagnostics: Diagnostic[],
  args: [folder: string, title: string, path: string | null],
): CodeAction {
  const command = { title, command: ignoreTitleCommand, arguments: args };
  return { title, kind: CodeActionKind.QuickFix, diagnostics, command };
}

const short = (text: string): string => (text.length <= 60 ? text : `${text.slice(0, 59).trimEnd()}…`);
