import {
  type CancellationToken,
  Disposable,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  workspace,
} from 'vscode';
import { type RelatedDocument, type RelatedParams, type RelatedResult, relatedRequest } from '../../server/protocol.ts';
import type { ActiveDocument } from '../activeDocument.ts';
import { corpusOf, mayBeDocument, shownPath } from '../documents.ts';
import type { Session } from '../session/session.ts';
import { group } from './group.ts';
import { openTree } from './liveTree.ts';
import { kindIcon } from './places.ts';
import type { Answer, Row } from './rows.ts';
import { subjectOf } from './subject.ts';

/** Milliseconds without typing after which it is asked again what is related: words change with each letter. */
const typingPause = 500;

/** Milliseconds after which the rest is asked for while the server still reads the words of the texts. */
const again = 1000;

/** A row that stands for a related document, for the command in its menu. */
export interface RelatedRow extends Row {
  /** Uri of the document that it is related to. */
  readonly about: string;
  readonly related: RelatedDocument;
}

/** The Related view: what has to do with the active document, and why. */
export function openRelated(session: Session, editor: ActiveDocument): Disposable {
  const tree = openTree('noteCorpus.related', async (token) => {
    const { answer, isWhole } = await answerFor(session, subject.uri, token);
    if (!isWhole) tree.refresh(again);
    return answer;
  });
  const subject = subjectOf(tree.view, editor);
  return Disposable.from(
    tree,
    subject,
    subject.onDidChange(() => tree.refresh()),
    session.onDidChangeCorpus(() => tree.refresh(typingPause)),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (corpusOf(document.uri, session.status)) tree.refresh(typingPause);
    }),
    tree.view.onDidChangeVisibility(({ visible }) => {
      if (visible && !session.running) void session.wake();
    }),
  );
}

interface Told {
  readonly answer: Answer | undefined;
  readonly isWhole: boolean;
}

async function answerFor(session: Session, uri: Uri | undefined, token: CancellationToken): Promise<Told> {
  // Without a corpus the view is empty and without a message: the manifest's welcome speaks.
  if (!session.active) return { answer: { rows: [], fingerprint: 'no corpus' }, isWhole: true };
  if (!uri) return saying('Open a document of the corpus to see what has to do with it.');
  const isNone = `${shownPath(uri)} is not a document of the corpus.`;
  if (!corpusOf(uri, session.status) || !mayBeDocument(uri)) return saying(isNone);
  const params: RelatedParams = { uri: uri.toString() };
  const result = await session.ask<RelatedResult | null>(relatedRequest, params, token);
  if (result === null) return saying(isNone);
  return { answer: result && answerOf(result), isWhole: result?.isWhole ?? true };
}

function saying(message: string): Told {
  return { answer: { rows: [], message, fingerprint: message }, isWhole: true };
}

function answerOf(result: RelatedResult): Answer {
  const { documents, isWhole } = result;
  const row = (each: RelatedDocument): Row => relatedRow(result, each);
  const rest = documents.filter(({ isSuggested }) => !isSuggested);
  const groups = [
    group(
      'Suggested relations',
      'suggested',
      documents.filter(({ isSuggested }) => isSuggested),
      row,
    ),
    group(
      'Not linked yet',
      'new',
      rest.filter(({ isJoined }) => !isJoined),
      row,
    ),
    group(
      'Linked already',
      'joined',
      rest.filter(({ isJoined }) => isJoined),
      row,
    ),
  ];
  const rows = groups.filter((each) => each !== undefined);
  const message = isWhole
    ? 'No other document shares what this one names, is cited where it is, or is alike in its words.'
    : 'The words of the texts are still being read …';
  return { rows, fingerprint: JSON.stringify(result), ...(rows.length === 0 && { message }) };
}

/** Titles are long and side bars narrow: below, a reason is read whole. */
function reasonRow(reason: string): Row {
  const item = new TreeItem(reason);
  item.tooltip = reason;
  return { item };
}

function relatedRow({ uri: about, hasList }: RelatedResult, related: RelatedDocument): RelatedRow {
  const { uri, title, kind, reasons, isJoined, isSuggested } = related;
  const item = new TreeItem(title, TreeItemCollapsibleState.Collapsed);
  item.id = `related/${uri}`;
  item.iconPath = new ThemeIcon(kindIcon[kind]);
  item.description = reasons.join(' · ');
  // A string, not Markdown: whatever the titles contain is shown as it is.
  item.tooltip = [title, shownPath(Uri.parse(uri)), '', ...reasons].join('\n');
  item.accessibilityInformation = { label: `${title}, ${kind}, ${item.description}` };
  item.command = { command: 'vscode.open', title: 'Open', arguments: [Uri.parse(uri)] };
  if (hasList && (isSuggested || !isJoined)) item.contextValue = 'related.new';
  return { item, opens: Uri.parse(uri), children: () => reasons.map(reasonRow), about, related };
}
