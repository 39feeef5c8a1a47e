import * as core from '../core/index.ts';
import type { FindTitlesResult, LinkToResult, NewDocumentResult } from '../protocol.ts';
import type { Corpus } from './corpus.ts';
import { countIn, optionalTextIn, rangeIn, textIn, textsIn } from './params.ts';
import type { Session } from './session.ts';

// What helps to write: new documents, and names of documents to put into a text. Nothing is made or changed here.

/** So many documents are taken at a time. */
const MOST = 1000;

export function newNote(session: Session, params: unknown): NewDocumentResult {
  const title = textIn(params, 'title');
  return made(session, params, ({ snapshot }, options) => core.newNote(snapshot, title, options));
}

export function newInquiry(session: Session, params: unknown): NewDocumentResult {
  const title = textIn(params, 'title');
  const sources = textsIn(params, 'sources', MOST);
  return made(session, params, (corpus, options) => {
    const paths = sources.map((uri) => corpus.uris.pathOf(uri) ?? uri);
    return core.newInquiry(corpus.snapshot, title, paths, options);
  });
}

/** Makes a file in the corpus and the folder that are asked for, and says where in it one writes on. */
function made(
  session: Session,
  params: unknown,
  make: (corpus: Corpus, options: { folder?: string }) => core.NewFile | core.Refused,
): NewDocumentResult {
  const corpus = session.corpusOf(textIn(params, 'uri'));
  if (!corpus) return { refused: 'This is no place in a corpus.' };
  const wanted = optionalTextIn(params, 'folder');
  const folder = wanted === undefined ? undefined : folderOf(session, corpus, wanted);
  if (wanted !== undefined && folder === undefined) return { refused: 'This folder does not belong to the corpus.' };
  const file = make(corpus, folder === undefined ? {} : { folder });
  if ('refused' in file) return file;
  const { path, text } = file;
  const place = core.writingPlace(path, text);
  const isInquiry = core.summarize(path, text)?.kind === 'inquiry';
  return {
    uri: corpus.uris.uriOf(path),
    text,
    at: core.positionAt(core.lineStarts(text), place?.offset ?? text.length),
    insert: (place?.layout === 'dense' ? '\n' : '\n\n') + (isInquiry ? ABSTRACT : '$0'),
  };
}

/** As abstracts begin (CORPUS.md): selected, to be written over. */
const ABSTRACT = `\${0:This explores …}`;

/** Path of a folder by its uri, empty for the corpus' own; undefined where its files would not belong to the corpus. */
function folderOf(session: Session, corpus: Corpus, uri: string): string | undefined {
  const [wanted, own] = [uri, corpus.uris.folder].map((each) => each.replace(/\/+$/, '')) as [string, string];
  if (wanted === own) return '';
  // Of nested workspace folders each belongs to itself.
  const path = session.corpusOf(wanted) === corpus ? corpus.uris.pathOf(wanted) : undefined;
  return path === undefined || core.isHidden(path) ? undefined : path;
}

export function findTitles(session: Session, params: unknown): FindTitlesResult {
  const uri = textIn(params, 'uri');
  const query = textIn(params, 'query');
  const limit = Math.min(200, countIn(params, 'limit', 0, 50));
  const corpus = session.corpusOf(uri);
  if (!corpus) return [];
  const { snapshot, uris } = corpus;
  return core.findTitles(snapshot, query, limit, uris.pathOf(uri)).map((document) => {
    const description = core.descriptionOf(snapshot, document);
    return {
      uri: uris.uriOf(document.path),
      title: document.title.text,
      kind: document.kind,
      path: document.path,
      ...(description && { description: description.slice(0, LONGEST) }),
    };
  });
}

/** Of a description in a list, in UTF-16 units. */
const LONGEST = 300;

export function linkTo(session: Session, params: unknown): LinkToResult | null {
  const { uri, range } = rangeIn(params);
  const targets = textsIn(params, 'targets', MOST);
  const form = optionalTextIn(params, 'form');
  const naming = form === 'link' || form === 'bare' ? form : 'wikilink';
  const corpus = session.corpusOf(uri);
  const path = corpus?.uris.pathOf(uri);
  if (!corpus || path === undefined) return null;
  const paths = targets.map((each) => (session.corpusOf(each) === corpus ? corpus.uris.pathOf(each) : undefined));
  if (paths.some((each) => each === undefined)) return null;
  const text = corpus.textOf(path) ?? '';
  const lines = core.lineStarts(text);
  const [start, end] = [core.offsetAt(text, lines, range.start), core.offsetAt(text, lines, range.end)];
  return core.linksTo(corpus.snapshot, path, { start, end }, paths as string[], naming) ?? null;
}
