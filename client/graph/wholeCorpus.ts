import { CancellationTokenSource, type Disposable } from 'vscode';
import { type AtlasParams, type AtlasResult, atlasRequest } from '../../server/protocol.ts';
import type { Session } from '../session/session.ts';

/** The graph of a whole corpus, and what becomes different in it: asked for one question at a time. */
export interface WholeCorpus extends Disposable {
  /** What the page has may be out of date: asks, or will, when `pause` milliseconds have passed. */
  look(pause?: number): void;
  /** The page has the atlas of this number, or (`undefined`) none. */
  pageHas(number: number | undefined): void;
}

export interface WholeCorpusEvents {
  /** The folder of the corpus in question; `undefined` where nobody looks at it. */
  wanted(): string | undefined;
  /** It answered. `null`: there is no graph. `undefined`: it could not be read. */
  told(answer: AtlasResult | undefined, folder: string): void;
}

/** Nothing asked yet. */
export function followWholeCorpus(session: Session, { wanted, told }: WholeCorpusEvents): WholeCorpus {
  let since: number | undefined;
  /** The corpus that `since` is of. */
  let of: string | undefined;
  let stale = false;
  let asking: CancellationTokenSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const look = (pause = 0): void => {
    stale = true;
    if (asking) return;
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), pause);
  };

  const ask = async (): Promise<void> => {
    const folder = wanted();
    if (!stale || asking || folder === undefined) return;
    stale = false;
    if (folder !== of) since = undefined;
    of = folder;
    const mine = new CancellationTokenSource();
    asking = mine;
    const before = since;
    const params: AtlasParams = { uri: folder, ...(before !== undefined && { since: before }) };
    const answer = await session.ask<AtlasResult>(atlasRequest, params, mine.token);
    if (asking === mine) asking = undefined;
    if (mine.token.isCancellationRequested) return;
    // The page began anew, or went elsewhere, while this was asked: the answer is to a question that nobody has any more.
    if (before !== since || folder !== wanted()) return look();
    if (!answer && before !== undefined) {
      since = undefined;
      return look();
    }
    if (answer) since = answer.number;
    // A change that changes nothing is no news.
    if (!(answer?.type === 'change' && answer.number === before)) told(answer, folder);
    if (stale) look();
  };

  return {
    look,
    pageHas: (number) => {
      since = number;
    },
    dispose: () => {
      clearTimeout(timer);
      asking?.cancel();
    },
  };
}
