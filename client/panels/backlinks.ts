import { type CancellationToken, Disposable, ThemeIcon, TreeItem, type Uri, workspace } from 'vscode';
import {
  type BacklinksParams,
  type BacklinksResult,
  backlinksRequest,
  type Citing,
  type Declared,
} from '../../server/protocol.ts';
import type { ActiveDocument } from '../activeDocument.ts';
import { corpusOf, mayBeDocument, shownPath } from '../documents.ts';
import type { Session } from '../session/session.ts';
import { counted } from '../words.ts';
import { group } from './group.ts';
import { openTree } from './liveTree.ts';
import { documentRow, openAt } from './places.ts';
import type { Answer, Row } from './rows.ts';
import { subjectOf } from './subject.ts';

/** Milliseconds without typing after which the places of the documents are asked again: text above them moves them. */
const typingPause = 500;

/** The Backlinks view: who uses the active document. */
export function openBacklinks(session: Session, editor: ActiveDocument): Disposable {
  const tree = openTree('noteCorpus.backlinks', (token) => answerFor(session, subject.uri, token));
  const subject = subjectOf(tree.view, editor);
  return Disposable.from(
    tree,
    subject,
    subject.onDidChange(() => tree.refresh()),
    session.onDidChangeCorpus(() => tree.refresh()),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (corpusOf(document.uri, session.status)) tree.refresh(typingPause);
    }),
    tree.view.onDidChangeVisibility(({ visible }) => {
      if (visible && !session.running) void session.wake();
    }),
  );
}

async function answerFor(
  session: Session,
  uri: Uri | undefined,
  token: CancellationToken,
): Promise<Answer | undefined> {
  // Without a corpus the view is empty and without a message: the manifest's welcome speaks.
  if (!session.active) return { rows: [], fingerprint: 'no corpus' };
  if (!uri) return saying('Open a document of the corpus to see what uses it.');
  if (!corpusOf(uri, session.status) || !mayBeDocument(uri))
    return saying(`${shownPath(uri)} is not a document of the corpus.`);
  const result = await session.ask<BacklinksResult | null>(
    backlinksRequest,
    { uri: uri.toString() } satisfies BacklinksParams,
    token,
  );
  if (result === null) return saying(`${shownPath(uri)} is not a document of the corpus.`);
  return result && rowsOf(result);
}

function saying(message: string): Answer {
  return { rows: [], message, fingerprint: message };
}

function rowsOf(result: BacklinksResult): Answer {
  const unbacked = result.declared.filter(({ status }) => status !== 'listed');
  const what = { inquiry: 'inquiry', note: 'note', page: 'page', missing: 'note' }[result.kind];
  const groups = [
    citingGroup(`Inquiring lines that use this ${what}`, 'inquiries', result.inquiries),
    citingGroup('Notes that link here', 'notes', result.notes),
    declaredGroup(result.uri, unbacked),
  ];
  const rows = groups.filter((group) => group !== undefined);
  const answer = {
    rows,
    description: result.inquiries.length > 0 ? counted(result.inquiries.length, 'inquiring line') : '',
    fingerprint: JSON.stringify(result),
  };
  return rows.length > 0 ? answer : { ...answer, message: `No document uses this ${what} yet.` };
}

function citingGroup(label: string, id: string, citing: readonly Citing[]): Row | undefined {
  return group(label, id, citing, (each) => documentRow(id, each));
}

function declaredGroup(uri: string, declared: readonly Declared[]): Row | undefined {
  return group('Declared here, not backed', 'declared', declared, (each, index) => {
    const why = each.status === 'missing-document' ? 'no document has this title' : 'does not name this note';
    const item = new TreeItem(each.title);
    item.id = `declared#${index}`;
    item.iconPath = new ThemeIcon('warning');
    item.description = why;
    item.tooltip = `${each.title}\n${why}`;
    item.accessibilityInformation = { label: `${each.title}: ${why}` };
    item.command = openAt(uri, each.range);
    return { item };
  });
}
