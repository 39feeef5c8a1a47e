import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readFixture } from '../fixture.ts';

/** Where `npm run bundle` puts the programs. */
export const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));

/** A folder on disk for one test, which goes away with it. Paths are relative to it, with `/`. */
export interface TestFolder {
  readonly root: string;
  at(path: string): string;
  read(path: string): string;
  write(path: string, content: string | Uint8Array): void;
  move(from: string, to: string): void;
  remove(path: string): void;
}

/** @param picture a corpus in one string (`readFixture`): `=== path` opens a file. */
export function makeFolder(t: TestContext, picture = ''): TestFolder {
  // What the system calls its folder for such things may be a link, and the server does not follow links.
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'note-corpus-test-')));
  t.after(() => {
    // A test may have forbidden itself to look at its own files.
    execFileSync('chmod', ['-R', 'u+rwX', root]);
    rmSync(root, { recursive: true, force: true });
  });
  const at = (path: string): string => join(root, path);
  const folder: TestFolder = {
    root,
    at,
    read: (path) => readFileSync(at(path), 'utf8'),
    write(path, content) {
      mkdirSync(dirname(at(path)), { recursive: true });
      writeFileSync(at(path), content);
    },
    move(from, to) {
      mkdirSync(dirname(at(to)), { recursive: true });
      renameSync(at(from), at(to));
    },
    remove: (path) => rmSync(at(path), { recursive: true, force: true }),
  };
  for (const [path, text] of readFixture(picture).files) folder.write(path, text);
  return folder;
}
