import type { Any } from '../client.ts';
import { announced, attempt, type Row, timed, verify } from '../measure.ts';
import { relativeLink, stemOf } from '../truth.ts';

// Completion while a name is typed, and rename.

export const completion: Row = async (session, plan, book) => {
  const { client, corpus, peer } = session;
  const row = 'completion while a name is typed';
  if (!announced(session, 'textDocument/completion', row, book)) return;
  const { mostLinked, form } = corpus.truth;
  const link = corpus.truth.definitions[0]!;
  const place = { ...link, character: link.typeAt };
  const stem = stemOf(mostLinked.path);
  const [, way, file] = /^(.*\/)(.*)$/.exec(relativeLink(link.path, mostLinked.path))!;
  const [before, name, after] =
    form === 'links' ? [`[x](${way}`, file!, ') '] : ['[[', form === 'wikilinks' ? stem : mostLinked.title, ']] '];
  await attempt(book, row, peer.name, async () => {
    session.open(link.path);
    const samples: number[] = [];
    for (let at = 0; at < plan.longQuestions; at++) {
      const typed = name.slice(0, 3 + (at % 5));
      const text = `${before}${typed}${after}`;
      const cursor = { ...place, character: place.character + before.length + typed.length };
      let answer: Any;
      samples.push(
        await timed(async () => {
          session.type(place, text);
          answer = await client.ask('textDocument/completion', { ...session.at(cursor), context: { triggerKind: 1 } });
        }),
      );
      session.type(place, '', text.length);
      await session.definition(link);
      const items: Any[] = answer?.items ?? answer ?? [];
      const found = JSON.stringify(items).includes(
        JSON.stringify(form === 'bare' ? mostLinked.title : stem).slice(1, -1),
      );
      verify(found, `“${typed}” does not complete to “${name}” in ${items.length} items`);
      book.say(row, peer.name, `${items.length} items`);
    }
    book.record(row, peer.name, samples);
  });
};

export const rename: Row = async (session, plan, book) => {
  const { client, corpus, peer } = session;
  const row = 'rename of the most-linked title';
  if (!announced(session, 'textDocument/rename', row, book)) return;
  const { mostLinked, form } = corpus.truth;
  // To the Markdown peer the destination is the name.
  const newName = form === 'links' ? './a-name-of-another-kind.md' : 'Why is this a name of another kind?';
  await attempt(book, row, peer.name, async () => {
    session.open(mostLinked.at.path);
    const samples: number[] = [];
    for (let at = 0; at < plan.longQuestions; at++) {
      let answer: Any;
      const params = { ...session.at(mostLinked.at), newName };
      samples.push(await timed(async () => (answer = await client.ask('textDocument/rename', params))));
      const count = countEdits(answer);
      verify(count >= mostLinked.places, `${count} edits for ${mostLinked.places} places`);
    }
    book.record(row, peer.name, samples);
  });
};

function countEdits(edit: Any): number {
  const changes: Any[] = edit?.documentChanges ?? Object.values(edit?.changes ?? {}).map((edits) => ({ edits }));
  return changes.reduce((count, { edits }) => count + (edits?.length ?? 0), 0);
}
