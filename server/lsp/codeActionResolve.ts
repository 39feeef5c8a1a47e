import type { CodeAction, WorkspaceEdit } from 'vscode-languageserver';
import { carryOut, type Deed, lineStarts, newNote, positionAt, summarize } from '../core/index.ts';
import { applyEditCommand, createNoteCommand, type NewNote } from '../protocol.ts';
import type { Corpus } from './corpus.ts';
import { fromUri } from './fromProto.ts';
import { countIn, ParamsError, textIn } from './params.ts';
import { movedOnIn, proven, toWorkspaceEdit } from './proof.ts';
import { Refusal } from './refusal.ts';
import type { Session } from './session.ts';

/** What an action says of itself until somebody wants it. It comes back from the client, so it is checked. */
export interface ActionData {
  readonly uri: string;
  /** Of the open document that it was offered for; `null` where it was closed. */
  readonly version: number | null;
  readonly what: Deed | { readonly do: 'create'; readonly title: string };
}

export const resolveCodeAction = (session: Session, action: CodeAction): CodeAction => {
  return isOurs(action) ? carriedOut(session, action) : action;
};

const isOurs = ({ data }: CodeAction): boolean => data !== undefined && data !== null;

/**
 * The action with what it does: a command of our client, or for other clients an edit.
 *
 * @throws Refusal where the document is another one by now, or it cannot be done.
 */
export function carriedOut(session: Session, action: CodeAction): CodeAction {
  const { uri, version, what } = dataIn(action.data);
  const found = fromUri(session, uri);
  if (!found) throw new Refusal(`${uri} is no document of a corpus any more, so nothing was changed.`);
  const { corpus, document } = found;
  if ((corpus.versionOf(document.path) ?? null) !== version) throw new Refusal(movedOnIn([document.path]));
  if (what.do === 'create') return { ...action, ...created(session, corpus, action.title, what.title) };
  const result = carryOut(corpus.snapshot, document, what);
  if ('refused' in result) throw new Refusal(result.refused);
  const { title } = action;
  if (!session.commands) return { ...action, edit: toWorkspaceEdit(corpus, result) };
  return { ...action, command: { title, command: applyEditCommand, arguments: [proven(corpus, title, result)] } };
}

function created(session: Session, corpus: Corpus, label: string, title: string): Partial<CodeAction> {
  const result = newNote(corpus.snapshot, title);
  if ('refused' in result) throw new Refusal(result.refused);
  const { path, text } = result;
  const uri = corpus.uris.uriOf(path);
  if (session.commands) {
    const note: NewNote = {
      uri,
      text,
      title: positionAt(lineStarts(text), summarize(path, text)?.title.span.end ?? 0),
    };
    return { command: { title: label, command: createNoteCommand, arguments: [note] } };
  }
  if (!session.actions.creates) throw new Refusal(`Your editor does not let “${path}” be made.`);
  const start = { line: 0, character: 0 };
  const edit: WorkspaceEdit = {
    documentChanges: [
      { kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false } },
      { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: text }] },
    ],
  };
  return { edit };
}

function dataIn(data: unknown): ActionData {
  const { version, what } = (typeof data === 'object' && data !== null ? data : {}) as Record<string, unknown>;
  if (version !== null && typeof version !== 'number') throw new ParamsError('“version” must be a number or null');
  return { uri: textIn(data, 'uri'), version, what: whatIn(what) };
}

function whatIn(what: unknown): ActionData['what'] {
  const act = textIn(what, 'do');
  const at = (): number => countIn(what, 'at', 0, 0);
  switch (act) {
    case 'create':
      return { do: act, title: textIn(what, 'title') };
    case 'use-title':
    case 'name':
      return { do: act, at: at(), title: textIn(what, 'title') };
    case 'choose':
    case 'relink':
      return { do: act, at: at(), path: textIn(what, 'path') };
    case 'use-heading':
      return { do: act, at: at(), heading: textIn(what, 'heading') };
    case 'drop-fragment':
    case 'bracket':
    case 'bare':
      return { do: act, at: at() };
    case 'list-source':
    case 'unlist-source':
    case 'unlist-user':
    case 'set-count':
    case 'restore-title':
    case 'drop-entry':
      return { do: act, at: at() };
    case 'use-summary':
      return { do: act, at: at(), said: countIn(what, 'said', -(2 ** 31), 0) };
    case 'bracket-all':
    case 'bare-all':
    case 'mend-all':
    case 'list-users':
    case 'restore-titles':
    case 'order-sources':
    case 'update-lists':
    case 'fill-next':
      return { do: act };
    default:
      throw new ParamsError('“do” names nothing that can be done');
  }
}
