import { Disposable, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from 'vscode';
import { type RelatedDocument, type RelatedParams, type RelatedResult, relatedRequest } from '../../server/protocol.ts';
import { shownPath } from '../documents.ts';
import { wholeOf } from '../plain.ts';
import type { Session } from '../session/session.ts';
import { openFollowing } from './following.ts';
import { group } from './group.ts';
import { labelOf } from './label.ts';
import { kindIcon } from './places.ts';
import type { Answer, Row } from './rows.ts';
import type { Subject } from './subject.ts';

/** Milliseconds after which the rest is asked for while the server still reads the words of the texts. */
const again = 1000;

/** A row that stands for a related document, for the command in its menu. */
export interface RelatedRow extends Row {
  /** Uri of the document that it is related to. */
  readonly about: string;
  readonly related: RelatedDocument;
}

/** The Related view: what has to do with the active document, and why. */
export function openRelated(session: Session, subject: Subject): Disposable {
  const tree = openFollowing('noteCorpus.related', session, subject, async (uri, token) => {
    const params: RelatedParams = { uri: uri.toString() };
    const result = await session.ask<RelatedResult | null>(relatedRequest, params, token);
    if (result?.isWhole === false) tree.refresh(again);
    return result && answerOf(result);
  });
  return Disposable.from(tree);
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
  const empty = isWhole ? { nothing: 'found' as const } : { message: 'The words of the texts are still being read …' };
  return { rows, fingerprint: JSON.stringify(result), ...(rows.length === 0 && empty) };
}

/** Titles are long and side bars narrow: below, a reason is read whole. */
function reasonRow(reason: string): Row {
  const item = new TreeItem(labelOf(reason));
  item.tooltip = wholeOf(reason);
  return { item };
}

function relatedRow({ uri: about, hasList }: RelatedResult, related: RelatedDocument): RelatedRow {
  const { uri, title, kind, reasons, isJoined, isSuggested } = related;
  const item = new TreeItem(labelOf(title), TreeItemCollapsibleState.Collapsed);
  item.id = `related/${uri}`;
  item.iconPath = new ThemeIcon(kindIcon[kind]);
  item.description = labelOf(reasons.join(' · '));
  // A string, not Markdown: whatever the titles contain is shown as it is.
  item.tooltip = wholeOf([title, shownPath(Uri.parse(uri)), '', ...reasons].join('\n'));
  item.accessibilityInformation = { label: `${labelOf(title)}, ${kind}, ${item.description}` };
  item.command = { command: 'vscode.open', title: 'Open', arguments: [Uri.parse(uri)] };
  item.contextValue = hasList && (isSuggested || !isJoined) ? 'document.related' : 'document';
  const opens = Uri.parse(uri);
  return { item, opens, names: { title, uri: opens }, children: () => reasons.map(reasonRow), about, related };
}
