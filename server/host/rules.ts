import { type Pattern, patternsIn, verdictOn } from './patterns.ts';

/** Which files of a folder belong to no corpus, besides the hidden ones: as `.gitignore` files and the settings say. */
export interface Rules {
  /** Patterns of the settings: nothing takes them back. */
  readonly exclude: readonly Pattern[];
  /** Outer ones first. */
  readonly gitignores: readonly GitIgnore[];
}

interface GitIgnore {
  /** Path of its folder with a `/` at its end; empty for the corpus' own. */
  readonly base: string;
  readonly patterns: readonly Pattern[];
}

export const rulesOf = (exclude: readonly string[]): Rules => ({
  exclude: patternsIn(exclude.join('\n')),
  gitignores: [],
});

/** The rules that hold below `base`, where a `.gitignore` says `text`. */
export function withGitIgnore(rules: Rules, base: string, text: string): Rules {
  return { ...rules, gitignores: [...rules.gitignores, { base, patterns: patternsIn(text) }] };
}

/**
 * Whether a file or folder is left out that lies in a folder that is not. The innermost `.gitignore` that has something to
 * say decides.
 *
 * @param path a folder's with a `/` at its end.
 */
export function isLeftOut({ exclude, gitignores }: Rules, path: string): boolean {
  if (verdictOn(exclude, path) === 'out') return true;
  for (let at = gitignores.length - 1; at >= 0; at--) {
    const { base, patterns } = gitignores[at]!;
    if (!path.startsWith(base) || path === base) continue;
    const verdict = verdictOn(patterns, path.slice(base.length));
    if (verdict) return verdict === 'out';
  }
  return false;
}

/** The folders that a path lies in, outermost first, each with a `/` at its end. */
export function foldersAbove(path: string): string[] {
  return [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index + 1));
}
