import { resolve } from 'node:path';

/** The absolute path of DIR in `--cache DIR` or `--cache=DIR`; undefined where it is not given. */
export function cacheArgument(words: readonly string[]): string | undefined {
  const at = words.findIndex((word) => word === '--cache' || word.startsWith('--cache='));
  const directory = words[at]?.includes('=') ? words[at].slice('--cache='.length) : at < 0 ? undefined : words[at + 1];
  return directory ? resolve(directory) : undefined;
}
