import {
  type CancellationToken,
  type DataTransfer,
  Disposable,
  DocumentDropEdit,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  languages,
  Range,
  type TextDocument,
  type Uri,
  workspace,
} from 'vscode';
import { type LinkToParams, type LinkToResult, linkToRequest } from '../../server/protocol.ts';
import { corpusOf, documentGlob } from '../documents.ts';
import { folderSchemes } from '../session/options.ts';
import type { Session } from '../session/session.ts';
import { namedUris, uriList } from './uriList.ts';

/**
 * A kind of text: VS Code's own edits for files in Markdown make way for that. Documents of the corpus are named as the corpus
 * does; all other files stay theirs.
 */
const kind = DocumentDropOrPasteEditKind.Text.append('noteCorpus', 'title');
const plainText = DocumentDropOrPasteEditKind.Text.append('plain');

const uriMime = 'text/uri-list';
const textMime = 'text/plain';

/** Lets documents be dropped and pasted into documents of the same corpus. */
export function offerLinks(session: Session): Disposable {
  let registered = register(session);
  const listener = workspace.onDidChangeWorkspaceFolders(() => {
    registered.dispose();
    registered = register(session);
  });
  return { dispose: () => [listener, registered].forEach((each) => void each.dispose()) };
}

function register(session: Session): Disposable {
  const selector = folderSchemes().map((scheme) => ({ scheme, pattern: documentGlob }));
  const paste = languages.registerDocumentPasteEditProvider(
    selector,
    {
      provideDocumentPasteEdits: async (document, [range], data, _context, token) => {
        if (!range) return undefined;
        const edit = await pasteOf(session, document, range, data, token);
        return edit && [edit];
      },
    },
    { pasteMimeTypes: [uriMime, textMime], providedPasteEditKinds: [kind] },
  );
  const drop = languages.registerDocumentDropEditProvider(
    selector,
    {
      provideDocumentDropEdits: async (document, position, data, token) => {
        const links = await linksFor(
          session,
          document,
          new Range(position, position),
          uriList(await data.get(uriMime)?.asString()),
          token,
        );
        return links && new DocumentDropEdit(links.text, labelOf(links), kind);
      },
    },
    { dropMimeTypes: [uriMime], providedDropEditKinds: [kind] },
  );
  return Disposable.from(paste, drop);
}

async function pasteOf(
  session: Session,
  document: TextDocument,
  at: Range,
  data: DataTransfer,
  token: CancellationToken,
): Promise<DocumentPasteEdit | undefined> {
  const files = uriList(await data.get(uriMime)?.asString());
  if (files.length > 0) {
    const links = await linksFor(session, document, at, files, token);
    return links && new DocumentPasteEdit(links.text, labelOf(links), kind);
  }
  // A path in a text may be meant as such: then the title is offered behind it.
  const links = await linksFor(session, document, at, namedUris(document, await data.get(textMime)?.asString()), token);
  if (!links) return undefined;
  const edit = new DocumentPasteEdit(links.text, 'Paste as Title', kind);
  edit.yieldTo = [plainText];
  return edit;
}

/** What to insert; undefined where that is VS Code's own matter: no document of this corpus is among the files. */
export async function linksFor(
  session: Session,
  document: TextDocument,
  { start, end }: Range,
  targets: readonly Uri[],
  token?: CancellationToken,
): Promise<LinkToResult | undefined> {
  const corpus = corpusOf(document.uri, session.status);
  const isInside = corpus && targets.every((uri) => corpusOf(uri, session.status) === corpus);
  if (!isInside || targets.length === 0) return undefined;
  const settings = workspace.getConfiguration('noteCorpus', document.uri);
  const params: LinkToParams = {
    textDocument: { uri: document.uri.toString() },
    range: {
      start: { line: start.line, character: start.character },
      end: { line: end.line, character: end.character },
    },
    targets: targets.map(String),
    form: settings.get<'wikilink' | 'link' | 'bare'>('completion.form', 'wikilink'),
  };
  const links = await session.ask<LinkToResult | null>(linkToRequest, params, token);
  return links && links.documents > 0 ? links : undefined;
}

const labelOf = ({ documents }: LinkToResult): string => (documents === 1 ? 'Insert Title' : 'Insert Titles');
