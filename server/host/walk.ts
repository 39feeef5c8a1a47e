import type { Dirent } from 'node:fs';
import { isHidden, mayBeDocument } from '../core/index.ts';
import type { Reading, Skipped } from '../lsp/ports.ts';
import { wordsFor } from './readFile.ts';
import { isLeftOut, type Rules, rulesOf, withGitIgnore } from './rules.ts';

/** What a walk asks of the disk: what lies in a folder, or what a file says. Paths are those of the corpus; `''` is its folder. */
export type Asked = { readonly entriesOf: string } | { readonly textOf: string };

/** What it found. */
export interface Walked {
  /** Paths of all files that count, sorted. */
  readonly files: string[];
  /** Paths of links to other places, which are not followed: they may lead in a circle, or out of the corpus. */
  readonly links: ReadonlySet<string>;
  /** All that files of rules say. */
  readonly rules: Rules;
}

export type Walk = Generator<Asked, Walked, readonly Dirent[] | Reading>;

/**
 * Walks through a folder, whoever asks the disk, at once or later: each step is a question, and goes on with its answer.
 *
 * @param exclude patterns, in gitignore syntax
 * @param skip is told of what cannot be read
 * @param isThere whether there is a file by the name that was listed: where a name is no UTF-8, what we have of it may name nothing
 */
export function* walk(
  exclude: readonly string[],
  skip: (skipped: Skipped) => void,
  isThere: (path: string) => boolean,
): Walk {
  const [files, links] = [[] as string[], new Set<string>()];
  let all = rulesOf(exclude);
  function* look(folder: string, rules: Rules): Generator<Asked, void, readonly Dirent[] | Reading> {
    const base = folder === '' ? '' : `${folder}/`;
    const entries = (yield { entriesOf: folder }) as readonly Dirent[];
    let inside = rules;
    if (entries.some((entry) => entry.name === '.gitignore' && entry.isFile())) {
      const own = (yield { textOf: `${base}.gitignore` }) as Reading;
      if ('text' in own) {
        inside = withGitIgnore(rules, base, own.text);
        all = withGitIgnore(all, base, own.text);
      }
    }
    for (const entry of entries) {
      const path = base + entry.name;
      if (isHidden(entry.name)) continue;
      if (entry.isSymbolicLink()) links.add(path);
      else if (entry.isDirectory() && !isLeftOut(inside, `${path}/`)) yield* look(path, inside);
      else if (entry.isFile() && !isLeftOut(inside, path)) {
        if (!path.includes('\ufffd') || isThere(path)) files.push(path);
        else if (mayBeDocument(path)) skip({ path, reason: 'has a name that is not valid UTF-8' });
      }
    }
  }
  yield* look('', all);
  return { files: files.sort(), links, rules: all };
}

/** What is told of a folder that cannot be listed. */
export const notListed = (folder: string, error: unknown): Skipped => ({
  path: folder || '.',
  reason: `cannot be listed: ${wordsFor(error)}`,
});
