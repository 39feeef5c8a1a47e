import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { URI } from 'vscode-uri';
import { CACHE } from './corpora.ts';
import { markdownPeer } from './markdownPeer.ts';
import type { Peer } from './peer.ts';
import type { Corpus } from './truth.ts';

const ROOT = resolve(import.meta.dirname, '../..');
export const CLI = join(ROOT, 'dist/cli.cjs');

export const ours: Peer = {
  name: 'Note Corpus',
  about: `dist/server.cjs --stdio, built ${builtAt()}`,
  reads: ['bare', 'wikilinks', 'links'],
  command: () => [process.execPath, join(ROOT, 'dist/server.cjs'), '--stdio'],
  diagnostics: 'published',
};

/** To tell which state of the work was measured; the page of results is older than the commit that it is part of. */
function builtAt(): string {
  const built = statSync(join(ROOT, 'dist/server.cjs'), { throwIfNoEntry: false });
  if (!built) throw new Error('dist/server.cjs is not there: npm run bundle:node makes it');
  return `${built.mtime.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** Bundled as our server is, so that it starts as fast as a server can that is written with the same library. */
export function echoPeer(): Peer {
  const bundle = join(CACHE, 'echo.cjs');
  mkdirSync(CACHE, { recursive: true });
  const words = ['--bundle', '--platform=node', '--format=cjs', '--minify', `--outfile=${bundle}`, '--log-level=error'];
  const program = join(ROOT, 'node_modules/.bin/esbuild');
  const { status } = spawnSync(program, [join(import.meta.dirname, 'echo.ts'), ...words], { stdio: 'inherit' });
  if (status !== 0) throw new Error('the echo server could not be bundled');
  const uri = (corpus: Corpus, path: string): string => URI.file(join(corpus.root, path)).toString();
  return {
    name: 'Echo',
    about: 'vscode-languageserver, answers at once with what is expected: the wire’s floor',
    reads: ['bare', 'wikilinks', 'links'],
    isEcho: true,
    command: () => [process.execPath, bundle, '--stdio'],
    options: (corpus) => ({
      definition: uri(corpus, corpus.truth.mostLinked.path),
      path: uri(corpus, corpus.truth.mostLinked.at.path),
      count: corpus.truth.mostLinked.places,
    }),
    diagnostics: 'published',
  };
}

/** Servers that people install themselves. All of them read Markdown only, and know wikilinks. */
const INSTALLED: readonly { name: string; words: readonly string[]; prepare?: (root: string) => void }[] = [
  { name: 'marksman', words: ['server'], prepare: (root) => writeFileSync(join(root, '.marksman.toml'), '') },
  { name: 'markdown-oxide', words: [] },
  {
    name: 'iwes',
    words: [],
    prepare: (root) => {
      mkdirSync(join(root, '.iwe'), { recursive: true });
      writeFileSync(join(root, '.iwe/config.toml'), '[library]\npath = ""\n');
    },
  },
  {
    name: 'zk',
    words: ['lsp'],
    prepare: (root) => {
      mkdirSync(join(root, '.zk'), { recursive: true });
      writeFileSync(join(root, '.zk/config.toml'), '[format.markdown]\nlink-format = "wiki"\n');
    },
  },
];

/** Those that can be run here, and of the others why not. */
export function findPeers(): { peers: Peer[]; missing: string[] } {
  const peers: Peer[] = [echoPeer()];
  const missing: string[] = [];
  try {
    peers.push(markdownPeer());
  } catch (error) {
    missing.push(`VS Code Markdown: ${(error as Error).message}`);
  }
  for (const { name, words, prepare } of INSTALLED) {
    const path = (process.env.PATH ?? '')
      .split(delimiter)
      .map((folder) => join(folder, name))
      .find(existsSync);
    if (!path) {
      missing.push(`${name}: not on the PATH`);
      continue;
    }
    const about = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 5_000 }).stdout?.trim() || path;
    peers.push({
      name,
      about,
      reads: ['wikilinks'],
      command: () => [path, ...words],
      diagnostics: 'published',
      ...(prepare && { prepare }),
    });
  }
  return { peers, missing };
}
