import * as core from '../core/index.ts';
import type { Citing, Place } from '../protocol.ts';
import type { Corpus } from './corpus.ts';
import { toRange } from './toProto.ts';

/** The places of a document as the trees show them, each with the sentence around it. */
export function toPlaces(corpus: Corpus, document: core.Document, references: readonly core.Reference[]): Place[] {
  const uri = corpus.uris.uriOf(document.path);
  const { lines } = document;
  return core
    .saidPlaces(corpus.snapshot, document, references)
    .map(({ reference, sentence, highlight, relation }): Place => {
      return {
        uri,
        range: toRange(lines, reference.span),
        form: reference.form,
        role: reference.role,
        sentence,
        highlight: [highlight.start, highlight.end],
        ...(relation && { relation }),
      };
    });
}

export function toCiting(corpus: Corpus, { document, references }: core.Citing): Citing {
  const { path, title, kind } = document;
  return { uri: corpus.uris.uriOf(path), title: title.text, kind, places: toPlaces(corpus, document, references) };
}
