import * as core from '../core/index.ts';
import * as protocol from '../protocol.ts';
import type { Answer } from './asked.ts';
import type { Corpus } from './corpus.ts';
import { type At, fromUri } from './fromProto.ts';
import { countIn, flagIn, textIn } from './params.ts';
import { proven } from './proof.ts';
import type { Session } from './session.ts';
import { toRange } from './toProto.ts';
import { inTurns } from './turns.ts';
import { prepareWords } from './words.ts';

// Relations, what else has to do with a document, and what it may lead on to.

export function answerRelations(answered: Answer): void {
  answered(protocol.findRelationsRequest, findRelations);
  answered(protocol.relatedRequest, related);
  answered(protocol.addRelatedRequest, addRelated);
  answered(protocol.fillNextRequest, fillNext);
}

/** How often each client has looked for relations: all documents are gone through, so an older question is given up. */
const asked = new WeakMap<Session, number>();

async function findRelations(session: Session, params: unknown): Promise<protocol.FindRelationsResult> {
  const uri = textIn(params, 'uri');
  const wanted: core.RelationsWanted = {
    query: textIn(params, 'query'),
    oneSided: flagIn(params, 'oneSided'),
    limit: Math.min(200, countIn(params, 'limit', 0, 50)),
  };
  const corpus = session.corpusOf(uri);
  const mine = (asked.get(session) ?? 0) + 1;
  asked.set(session, mine);
  const steps = corpus && core.findRelations(corpus.snapshot, wanted);
  const found = steps && (await inTurns(steps, () => asked.get(session) === mine));
  if (!corpus || !found) return { total: 0, relations: [] };
  return { total: found.total, relations: found.relations.map((each) => toRelation(corpus, each)) };
}

function toRelation(
  { uris }: Corpus,
  { from, to, title, sentence, type, span }: core.Relation,
): protocol.FoundRelation {
  return {
    uri: uris.uriOf(from.path),
    range: toRange(from.lines, span),
    from: from.title.text,
    to: title,
    kind: to?.kind ?? 'missing',
    sentence,
    type,
  };
}

async function related(session: Session, params: unknown): Promise<protocol.RelatedResult | null> {
  const uri = textIn(params, 'uri');
  const limit = Math.min(100, countIn(params, 'limit', 0, 30));
  const before = fromUri(session, uri);
  if (before) await prepareWords(before.corpus);
  const found = fromUri(session, uri);
  if (!found) return null;
  const { corpus, document } = found;
  const { snapshot, settings } = corpus;
  const isWhole = core.knowsWords(snapshot);
  const all = await inTurns(core.eachRelated(snapshot, document, limit));
  const documents = (all ?? []).map((each): protocol.RelatedDocument => {
    const other = each.document;
    const together = each.together.length;
    const areNotes = document.kind !== 'inquiry' && other.kind !== 'inquiry';
    const isSuggested = areNotes && together >= settings.citedTogether && !core.areRelated(snapshot, document, other);
    return {
      uri: corpus.uris.uriOf(other.path),
      title: other.title.text,
      kind: other.kind,
      reasons: core.reasonsInWords(document, each, isSuggested),
      isJoined: each.isJoined,
      isSuggested,
    };
  });
  const { title, kind } = document;
  const hasList = core.summaryOf(snapshot, document)?.sections.some(({ role }) => role === 'related') === true;
  return { uri, title: title.text, kind, hasList, isWhole, documents };
}

function addRelated(session: Session, params: unknown): protocol.EditOrRefusal {
  const [uri, target] = [textIn(params, 'uri'), textIn(params, 'target')];
  const other = fromUri(session, target);
  return edited(fromUri(session, uri), ({ corpus, document }) => {
    if (other?.corpus !== corpus) return { refused: 'This is no document of the same corpus any more.' };
    const edits = core.addRelated(corpus.snapshot, document, other.document);
    return { label: `Add “${other.document.title.text}” to Related Concepts`, edits };
  });
}

function fillNext(session: Session, params: unknown): protocol.EditOrRefusal {
  const more = flagIn(params, 'more');
  return edited(fromUri(session, textIn(params, 'uri')), ({ corpus: { snapshot }, document }) => {
    const edits = core.fillNext(snapshot, document, more);
    if ('refused' in edits && !more && 'edits' in core.fillNext(snapshot, document, true))
      return { ...edits, mayAdd: true };
    return { label: 'Fill Next Inquiring Lines', edits };
  });
}

/** An edit of one document, with proof. */
function edited(
  found: At | undefined,
  make: (found: At) => { label: string; edits: core.FileEdits | core.Refused } | Refusal,
): protocol.EditOrRefusal {
  if (!found) return { refused: 'This is no document of a corpus.' };
  const made = make(found);
  if ('refused' in made) return made;
  if ('refused' in made.edits) return made.edits;
  return { edit: proven(found.corpus, made.label, [made.edits]) };
}

type Refusal = Extract<protocol.EditOrRefusal, core.Refused>;
