import { commands, Uri, window, workspace } from 'vscode';
import type { FromGraph } from '../../media/graph/messages.ts';
import { type LinkToParams, type LinkToResult, linkToRequest } from '../../server/protocol.ts';
import type { ActiveDocument } from '../activeDocument.ts';
import { copy } from '../clipboard.ts';
import { corpusOf } from '../documents.ts';
import { complain } from '../say.ts';
import type { Session } from '../session/session.ts';
import type { KnownNode } from './known.ts';

/** What the page asks to be done with a node. */
export type NodeDeed = Extract<FromGraph, { type: 'open' | 'reveal' | 'copyTitle' | 'copyLink' | 'createNote' }>;

/** What the menu of a node asks for, of a node that the page was told of. Answers a line to say, where there is one. */
export async function doWith(
  what: Exclude<NodeDeed['type'], 'open'>,
  node: KnownNode,
  corpus: string,
  session: Session,
  editor: ActiveDocument,
): Promise<string | undefined> {
  const { uri, title } = node;
  switch (what) {
    case 'reveal':
      if (uri) await commands.executeCommand('revealInExplorer', Uri.parse(uri));
      return undefined;
    case 'copyTitle':
      await copy(title);
      return 'The title is in the clipboard.';
    case 'copyLink':
      await copy(await linkTo(node, corpus, session, editor));
      return 'The link is in the clipboard.';
    case 'createNote': {
      const missing = { title, corpus };
      if (!uri) await commands.executeCommand('noteCorpus.createMissing', { missing });
      return undefined;
    }
  }
}

/** How the document that one is at would name this one; without such a document, a wikilink. */
async function linkTo(
  { uri, title }: KnownNode,
  corpus: string,
  session: Session,
  editor: ActiveDocument,
): Promise<string> {
  const here = editor.uri && corpusOf(editor.uri, session.status)?.folder === corpus ? editor.uri.toString() : uri;
  const wikilink = `[[${title}]]`;
  if (!here || !uri) return wikilink;
  const nowhere = { line: 0, character: 0 };
  const params: LinkToParams = {
    textDocument: { uri: here },
    range: { start: nowhere, end: nowhere },
    targets: [uri],
    form: workspace
      .getConfiguration('noteCorpus', Uri.parse(here))
      .get<'wikilink' | 'link' | 'bare'>('completion.form', 'wikilink'),
  };
  const links = await session.ask<LinkToResult | null>(linkToRequest, params);
  return links && links.documents > 0 ? links.text : wikilink;
}

/** Asks where a picture is to be kept, and writes it there. Answers a line to say, where there is one. */
export async function keepPicture(
  format: 'svg' | 'png',
  data: string,
  corpus: string | undefined,
): Promise<string | undefined> {
  const folder = corpus === undefined ? workspace.workspaceFolders?.[0]?.uri : Uri.parse(corpus);
  const file = await window.showSaveDialog({
    title: 'Save Picture',
    filters: format === 'svg' ? { 'SVG picture': ['svg'] } : { 'PNG picture': ['png'] },
    ...(folder && { defaultUri: Uri.joinPath(folder, `graph.${format}`) }),
  });
  if (!file) return undefined;
  const bytes =
    format === 'svg' ? new TextEncoder().encode(data) : Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
  try {
    await workspace.fs.writeFile(file, bytes);
    return `The picture is in ${workspace.asRelativePath(file)}.`;
  } catch (error) {
    void complain(`The picture could not be saved: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}
