import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { URI } from 'vscode-uri';
import type { Any } from './client.ts';
import type { Peer } from './peer.ts';
import { markdownIn } from './scan.ts';
import type { Session } from './session.ts';
import type { Place } from './truth.ts';

const PACKAGE = 'vscode-markdown-languageserver';
const HERE = import.meta.dirname;

/** VS Code's own Markdown server, with the part that VS Code has in it: the client parses, and reads files. */
export function markdownPeer(): Peer {
  install();
  const root = join(HERE, 'node_modules', PACKAGE);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return {
    name: 'VS Code Markdown',
    about: `${PACKAGE} ${version}`,
    reads: ['links'],
    most: 20_000,
    command: () => [process.execPath, join(root, 'dist/node/workerMain.js'), '--stdio'],
    answers,
    options: () => ({ markdownFileExtensions: ['md'], i10lLocation: undefined }),
    settings: SETTINGS,
    definition,
    diagnostics: 'asked',
  };
}

/** On demand and by the lockfile: who does not measure does not need it. */
function install(): void {
  if (existsSync(join(HERE, 'node_modules', PACKAGE))) return;
  const words = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
  const { status } = spawnSync('npm', words, { cwd: HERE, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error('npm ci in test/bench failed');
}

/** VS Code's defaults, with the validation switched on. */
const SETTINGS = {
  markdown: {
    server: { log: 'off' },
    preferredMdPathExtensionStyle: 'auto',
    occurrencesHighlight: { enabled: true },
    suggest: { paths: { enabled: true, includeWorkspaceHeaderCompletions: 'onDoubleHash' } },
    validate: {
      enabled: true,
      referenceLinks: { enabled: 'warning' },
      fragmentLinks: { enabled: 'warning' },
      fileLinks: { enabled: 'warning', markdownFragmentLinks: 'inherit' },
      ignoredLinks: [],
      unusedLinkDefinitions: { enabled: 'hint' },
      duplicateLinkDefinitions: { enabled: 'warning' },
    },
  },
};

/** What VS Code's Markdown extension answers, with the parser it has; reading is synchronous, which is the fastest. */
function answers(session: Session) {
  const parser = createRequire(join(HERE, 'package.json'))('markdown-it')({ html: true });
  const { root } = session.corpus;
  const fileOf = (uri: string): string => URI.parse(uri).fsPath;
  const textOf = (uri: string): string => session.text(session.pathOf(uri)).getText();
  return {
    'markdown/parse': ({ uri, text }: Any) => parser.parse(text ?? textOf(uri), {}),
    'markdown/fs/readFile': ({ uri }: Any) => [...readFileSync(fileOf(uri))],
    'markdown/fs/stat': ({ uri }: Any) => {
      const found = statSync(fileOf(uri), { throwIfNoEntry: false });
      return found && { isDirectory: found.isDirectory() };
    },
    'markdown/fs/readDirectory': ({ uri }: Any) =>
      readdirSync(fileOf(uri), { withFileTypes: true }).map((entry) => [
        entry.name,
        { isDirectory: entry.isDirectory() },
      ]),
    'markdown/findMarkdownFilesInWorkspace': () => markdownIn(root).map((path) => session.uri(path)),
    'markdown/fs/watcher/create': () => null,
    'markdown/fs/watcher/delete': () => null,
  };
}

/** A link to a file is followed in VS Code by its document link; `textDocument/definition` answers nothing there. */
async function definition(session: Session, { path, line, character }: Place): Promise<string | undefined> {
  const textDocument = { uri: session.uri(path) };
  const links: Any[] = (await session.client.ask('textDocument/documentLink', { textDocument })) ?? [];
  const link = links.find(
    ({ range: { start, end } }) => start.line === line && start.character <= character && character <= end.character,
  );
  if (!link) return undefined;
  const { target } = await session.client.ask('documentLink/resolve', link);
  // `command:_someCommand?[{"path":…}]` where it is VS Code that is to open the file.
  const uri = target?.startsWith('command:') ? commandTarget(target) : target;
  return uri && session.pathOf(uri.replace(/#.*$/, ''));
}

function commandTarget(target: string): string | undefined {
  const [first] = [JSON.parse(decodeURIComponent(target.slice(target.indexOf('?') + 1)))].flat();
  return typeof first === 'string' ? first : first?.path && URI.file(first.path).toString();
}
