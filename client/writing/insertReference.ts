import { type Uri, ViewColumn, window } from 'vscode';
import { chosen, type Named, type Row } from '../panels/rows.ts';
import type { Session } from '../session/session.ts';
import { linksFor } from './linkEdits.ts';

/**
 * Writes references to what rows stand for where the cursor is: what dragging them there does, for whoever has no mouse. Missing
 * notes are named by their titles.
 */
export async function insertReference(session: Session, row?: Row, rows?: readonly Row[]): Promise<void> {
  const named = chosen(row, rows);
  const editor = window.activeTextEditor;
  if (named.length === 0) return;
  if (!editor) return void window.showInformationMessage('Open the document that is to have the reference first.');
  const { document, selection } = editor;
  const version = document.version;
  const uris = named.flatMap(({ uri }): Uri[] => (uri ? [uri] : []));
  const links = uris.length > 0 ? await linksFor(session, document, selection, uris) : undefined;
  const titles = named.filter(({ uri }) => !links || !uri).map(titleIn);
  const text = [...(links ? [links.text] : []), ...titles].join('\n');
  // What was typed meanwhile has moved the place.
  const isDone = document.version === version && (await editor.edit((edit) => edit.replace(selection, text)));
  if (!isDone) void window.showWarningMessage('The text changed meanwhile, so no reference was inserted.');
  else await window.showTextDocument(document, editor.viewColumn ?? ViewColumn.Active);
}

const titleIn = ({ title }: Named): string => title.replace(/\s+/g, ' ');
