import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { drawn, shell } from './console.ts';
import { makeFolder } from './folder.ts';

/**
 * Each file of `transcripts` is a session at a terminal, in a folder with the files that the session begins with:
 *
 *     What this is about, for the reader.
 *     === corpus/mud.md
 *     # Why does mud stick?
 *
 *     $ note-corpus check corpus
 *     1 document (0 inquiring lines, 0 notes, 1 page): nothing to report.
 *
 *     $ note-corpus check nowhere
 *     ! note-corpus: “nowhere” cannot be read: there is no such folder
 *     [2]
 *
 * `! ` marks what goes to standard error, `[2]` is the exit code where it is not 0. `UPDATE=1` writes the answers anew.
 */
const FOLDER = new URL('./transcripts/', import.meta.url);

for (const name of readdirSync(FOLDER)) {
  test(`transcript: ${name}`, (t) => {
    const session = readFileSync(new URL(name, FOLDER), 'utf8');
    const [beginning, ...commands] = session.split(/^\$ /m);
    const folder = makeFolder(t, beginning);
    const played = commands.map((each) => {
      const [command] = each.split('\n');
      return `$ ${command}\n${drawn(shell(command!, folder.root))}`;
    });
    const text = beginning + played.join('\n');
    if (process.env.UPDATE) writeFileSync(new URL(name, FOLDER), text);
    else assert.equal(text, session);
  });
}
