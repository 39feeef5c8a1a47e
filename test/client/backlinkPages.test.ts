import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pagesOf } from '../../client/panels/backlinkPages.ts';
import type { Session } from '../../client/session/session.ts';
import type { BacklinksParams, BacklinksResult } from '../../server/protocol.ts';

/** A server whose note is named by so many documents, as the pages see it. */
function serverOf(size: { users: number; version: number }) {
  const asked: BacklinksParams[] = [];
  const ask = async (_method: string, params: BacklinksParams) => {
    asked.push(params);
    const { users: total, version } = size;
    const offset = params.page?.version === version ? params.page.offset : 0;
    const count = Math.max(0, Math.min(params.limit ?? 200, total - offset));
    const rows = Array.from({ length: count }, (_, at) => ({ title: `${version}:${offset + at}` }));
    return { version, total, groups: [{ key: 'notes', total, offset, rows }] } as unknown as BacklinksResult;
  };
  return { asked, pages: pagesOf({ ask } as unknown as Session) };
}

const going = () => ({ isCancellationRequested: false }) as never;
const titlesIn = (result: BacklinksResult | null | undefined) => result?.groups[0]?.rows.map(({ title }) => title);

test('more rows come behind those that are there; the same again brings as many', async () => {
  const { asked, pages } = serverOf({ users: 2500, version: 1 });
  const first = await pages.ask({ uri: 'a' }, going());
  assert.equal(titlesIn(first)?.length, 200);
  pages.want('notes');
  const more = await pages.ask({ uri: 'a' }, going());
  assert.deepEqual(titlesIn(more)?.slice(198, 202), ['1:198', '1:199', '1:200', '1:201']);
  assert.equal(titlesIn(more)?.length, 1200);
  assert.equal(new Set(titlesIn(more)).size, 1200, 'no row twice');
  assert.deepEqual(asked.at(-1), { uri: 'a', limit: 1000, page: { group: 'notes', offset: 200, version: 1 } });
  assert.equal(titlesIn(await pages.ask({ uri: 'a' }, going()))?.length, 1200);
  assert.equal(titlesIn(await pages.ask({ uri: 'b' }, going()))?.length, 200, 'of another document the first again');
});

test('where the corpus has changed meanwhile, all rows are those of the corpus as it is', async () => {
  const size = { users: 2500, version: 1 };
  const { pages } = serverOf(size);
  await pages.ask({ uri: 'a' }, going());
  size.version = 2;
  pages.want('notes');
  const titles = titlesIn(await pages.ask({ uri: 'a' }, going()));
  assert.deepEqual([titles?.length, titles?.[0], titles?.at(-1)], [1000, '2:0', '2:999']);
});

test('rows that were wanted come with the next answer where the first was taken back', async () => {
  const { pages } = serverOf({ users: 2500, version: 1 });
  await pages.ask({ uri: 'a' }, going());
  pages.want('notes');
  assert.equal(await pages.ask({ uri: 'a' }, { isCancellationRequested: true } as never), undefined);
  assert.equal(titlesIn(await pages.ask({ uri: 'a' }, going()))?.length, 1200);
});
