import type { CancellationToken } from 'vscode';
import {
  type BacklinkGroup,
  type BacklinksParams,
  type BacklinksResult,
  backlinksRequest,
} from '../../server/protocol.ts';
import type { Session } from '../session/session.ts';

/** So many rows of a group are asked for at first, and so many more at a time. */
const page = 200;
const more = 1000;

/** The rows that are shown, which come in pages. */
export interface Pages {
  /** What a view is to show now; `null` where the server knows no such document, `undefined` where there is no answer. */
  ask(params: BacklinksParams, token: CancellationToken): Promise<BacklinksResult | null | undefined>;
  /** The next answer is to have more rows of this group. */
  want(group: string): void;
}

export function pagesOf(session: Session): Pages {
  let key = '';
  let shown: BacklinksResult | undefined;
  let wanted: string | undefined;

  const ask = (params: BacklinksParams, token: CancellationToken) =>
    session.ask<BacklinksResult | null>(backlinksRequest, params, token);

  /** More of one group: undefined where the corpus is another one by now, and all was answered anew. */
  async function next(before: BacklinksResult, group: string, params: BacklinksParams, token: CancellationToken) {
    const offset = before.groups.find((each) => each.key === group)?.rows.length ?? 0;
    const { version } = before;
    const result = await ask({ ...params, limit: more, page: { group, offset, version } }, token);
    return result?.version === version ? { ...before, groups: before.groups.map(longer(result)) } : result;
  }

  return {
    ask: async (params, token) => {
      const isSame = key === JSON.stringify(params);
      const limit = isSame ? Math.max(page, ...(shown?.groups ?? []).map(({ rows }) => rows.length)) : page;
      const group = wanted;
      wanted = undefined;
      const result =
        isSame && shown && group !== undefined
          ? await next(shown, group, params, token)
          : await ask({ ...params, limit }, token);
      if (token.isCancellationRequested || result === undefined) {
        // Something newer is asked: that brings the rows.
        wanted ??= group;
        return undefined;
      }
      key = JSON.stringify(params);
      shown = result ?? undefined;
      return result;
    },
    want: (group) => {
      wanted = group;
    },
  };
}

/** A group with the rows of a page behind those it has. */
const longer =
  ({ groups }: BacklinksResult) =>
  (group: BacklinkGroup): BacklinkGroup => {
    const page = groups.find(({ key }) => key === group.key);
    return page ? { ...group, rows: [...group.rows, ...page.rows] } : group;
  };
