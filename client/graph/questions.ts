import type { FromGraph, Hit, ToGraph } from '../../media/graph/messages.ts';
import {
  type DetailsParams,
  type DetailsResult,
  detailsRequest,
  type FindTitlesParams,
  type FindTitlesResult,
  findTitlesRequest,
  type GraphFilter,
  type GraphParams,
  type GraphResult,
  graphRequest,
  type SentencesParams,
  type SentencesResult,
  sentencesRequest,
} from '../../server/protocol.ts';
import type { Session } from '../session/session.ts';

/** What the page asks of the corpus beside its picture. */
export type Question = Extract<FromGraph, { type: 'details' | 'sentences' | 'find' | 'expand' }>;

export interface Questions {
  /** `filter`: what is left in of the picture. */
  answer(question: Question, filter: GraphFilter): Promise<void>;
}

export interface QuestionEvents {
  corpus(): string | undefined;
  post(message: ToGraph): void;
  /** The page was told of these nodes, too. */
  learn(graph: GraphResult): void;
}

/** Titles that are listed under a search. */
const hits = 20;

/** Answers by asking the server. A question without an answer is answered with nothing, so that the page can ask the next. */
export function answerQuestions(session: Session, { corpus, post, learn }: QuestionEvents): Questions {
  const answer = async (question: Question, uri: string, filter: GraphFilter): Promise<void> => {
    switch (question.type) {
      case 'details': {
        const { type, id } = question;
        const params: DetailsParams = { uri, id };
        const details = await session.ask<DetailsResult | null>(detailsRequest, params);
        return post({ type, id, details: details ?? null });
      }
      case 'sentences': {
        const { type, id, others } = question;
        const params: SentencesParams = { uri, id, others };
        const found = await session.ask<SentencesResult>(sentencesRequest, params);
        return post({ type, id, sentences: found?.sentences ?? [] });
      }
      case 'find': {
        const params: FindTitlesParams = { uri, query: question.query, limit: hits };
        const found = (await session.ask<FindTitlesResult>(findTitlesRequest, params)) ?? [];
        return post({ type: 'found', query: question.query, hits: found.map(hitOf) });
      }
      case 'expand': {
        const isFiltered = Object.keys(filter).length > 0;
        const params: GraphParams = { uri, focus: question.id, depth: 1, limit: 60, ...(isFiltered && { filter }) };
        const graph = await session.ask<GraphResult>(graphRequest, params);
        if (!graph) return;
        learn(graph);
        return post({ type: 'expanded', id: question.id, graph });
      }
    }
  };
  return {
    answer: async (question, filter) => {
      const uri = corpus();
      if (uri !== undefined) await answer(question, uri, filter);
    },
  };
}

const hitOf = ({ path, title, kind }: FindTitlesResult[number]): Hit => ({ id: path, title, kind });
