import * as core from '../core/index.ts';
import { type ConvertedFile, type ConvertResult, fingerprint } from '../protocol.ts';
import { isAtOrBelow } from './below.ts';
import type { Corpus } from './corpus.ts';
import { flagIn, ParamsError, textIn } from './params.ts';
import { movedOnIn, proven } from './proof.ts';
import { Refusal } from './refusal.ts';
import type { Session } from './session.ts';
import { inTurns } from './turns.ts';

const LAYOUTS: readonly string[] = ['markdown', 'spaced', 'dense'] satisfies core.Layout[];
const NAMES = { markdown: 'Markdown', spaced: 'Plain Text (Spaced)', dense: 'Plain Text (Dense)' } as const;

/** What converting a document, or all below a folder, comes to. It may take its time: others have their turn meanwhile. */
export async function convert(session: Session, params: unknown): Promise<ConvertResult> {
  const uri = textIn(params, 'uri');
  const below = flagIn(params, 'below');
  const to = textIn(params, 'to') as core.Layout;
  if (!LAYOUTS.includes(to)) throw new ParamsError(`“to” must be one of ${LAYOUTS.join(', ')}`);
  const corpus = session.corpusOf(uri);
  if (!corpus) return { refused: 'This is no place in a corpus.' };
  const paths = documentsAt(corpus, uri, below).map(({ path }) => path);
  // What the index says of a closed file may be out of date.
  await session.freshen(corpus, paths);
  const documents = documentsAt(corpus, uri, below);
  if (documents.length === 0)
    return { refused: below ? 'There is no note and no inquiring line here.' : 'This is no document.' };
  const { convertToWikilinks: wikilinks } = corpus.settings;
  const converted = (await inTurns(core.convert(corpus.snapshot, documents, to, { wikilinks, proven: below })))!;
  return 'refused' in converted ? converted : inProto(corpus, converted, to);
}

/** The documents that are meant. */
function documentsAt(corpus: Corpus, uri: string, below: boolean): core.Document[] {
  if (!below) {
    const document = corpus.document(uri);
    return document ? [document] : [];
  }
  const [wanted, own] = [uri, corpus.uris.folder].map((each) => each.replace(/\/+$/, ''));
  const folder = wanted === own ? '' : corpus.uris.pathOf(uri);
  if (folder === undefined) return [];
  const folders = new Set([folder]);
  const isBelow = ({ path }: core.Document): boolean => folder === '' || isAtOrBelow(path, folders);
  return core.documentsOf(corpus.snapshot).filter((document) => core.goesWithAll(document) && isBelow(document));
}

function inProto(corpus: Corpus, { files, edits, unconverted }: core.Conversion, to: core.Layout): ConvertResult {
  const { uris } = corpus;
  const movedOn = files.filter(({ from, before }) => corpus.textOf(from) !== before).map(({ from }) => from);
  if (movedOn.length > 0) throw new Refusal(movedOnIn(movedOn));
  const inPlace = files
    .filter(({ from, path }) => from === path)
    .map(({ path, before, text }) => ({
      path,
      edits: [core.replaced(before, { start: 0, end: before.length }, text)],
    }));
  return {
    converted: files.length,
    files: files
      .filter(({ from, path }) => from !== path)
      .map(
        ({ from, path, before, text }): ConvertedFile => ({
          oldUri: uris.uriOf(from),
          newUri: uris.uriOf(path),
          version: corpus.versionOf(from) ?? null,
          fingerprint: fingerprint(before),
          text,
        }),
      ),
    edit: proven(corpus, `Convert to ${NAMES[to]}`, [...inPlace, ...edits]),
    unconverted: unconverted.map(({ path, refused }) => ({ uri: uris.uriOf(path), reason: refused })),
  };
}
