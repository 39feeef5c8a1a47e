/**
 * Starts Visual Studio Code, the real one: the server that npm carries inside the package `code-server`.
 *
 * We run VS Code's own `server-main.js` and leave code-server's process alone, because that one needs native modules
 * built, and this one none. What is missing then is the terminal and the log files; no test needs them.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Settings } from './settings.ts';

const SERVER = join(import.meta.dirname, 'node_modules/code-server/lib/vscode/out/server-main.js');

const STARTED_WITHIN = 60_000;
const STOPPED_WITHIN = 3_000;

/** VS Code as a quiet room: no welcome page, no chat, no telemetry, no look at the network. For tests and the demo. */
export const QUIET: Settings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  // The server's build lacks the native module that the built-in git extension asks for.
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

const UNTRUSTED: Settings = {
  'security.workspace.trust.enabled': true,
  'security.workspace.trust.startupPrompt': 'never',
};

export interface StartOptions {
  /** The packed extension to install. */
  vsix: string;
  /** A program to stand in for the extension's language server: the path of a CommonJS module, talked to over IPC. */
  standIn?: string;
  /** Folders are not trusted before a person says so. VS Code does not ask by itself here: there is only its banner. */
  untrusted?: boolean;
  /** Logs are written, so that their channels show something. */
  logs?: boolean;
  /** User settings, on top of `QUIET`. */
  settings?: Settings;
  host?: string;
  /** A port, or a range as `8080-8180` of which the first free one is taken. By default the system picks a free one. */
  port?: string;
  /** A secret that the address must carry. Without it, whoever reaches the port can edit files and run programs. */
  token?: string;
}

export interface VSCodeServer {
  /** As `http://127.0.0.1:40123`. */
  url: string;
  port: number;
  /** The last lines that the server printed, for the message of a test that failed. */
  log(): string;
  /** Resolves when the server has ended by itself. */
  ended: Promise<unknown>;
  /** Ends the server with all its children, and removes its folder. */
  stop(): Promise<void>;
}

/**
 * Starts a server with `vsix` installed, and nothing left over from any earlier run: HOME, extensions and user data
 * are in a folder of its own, which `stop` removes.
 *
 * @throws Error with the server's last lines, where it cannot install the extension or does not start
 */
export async function startVSCode(options: StartOptions): Promise<VSCodeServer> {
  const root = mkdtempSync(join(tmpdir(), 'note-corpus-vscode-'));
  const remove = () => rmSync(root, { recursive: true, force: true, maxRetries: 5 });
  try {
    writeSettings(root, { ...QUIET, ...options.settings, ...(options.untrusted && UNTRUSTED) });
    await installExtension(root, options.vsix);
    if (options.standIn) replaceServer(root, options.standIn);
    return await serve(root, options, remove);
  } catch (error) {
    remove();
    throw error;
  }
}

/** The address that opens `folder` in the server at `url`. */
export function folderAddress(url: string, folder: string, token?: string): string {
  const query = new URLSearchParams({ ...(token && { tkn: token }), folder });
  // A slash may stand in a query as it is, and the address is for people to read.
  return `${url}/?${query.toString().replaceAll('%2F', '/')}`;
}

async function installExtension(root: string, vsix: string): Promise<void> {
  const installer = run(root, ['--install-extension', vsix]);
  const output = tail(installer);
  const [code] = await once(installer, 'close');
  if (code !== 0) throw new Error(`VS Code could not install ${vsix}:\n${output()}`);
}

function replaceServer(root: string, standIn: string): void {
  const extensions = join(root, 'extensions');
  const [ours] = readdirSync(extensions).filter((name) => name.startsWith('note-corpus.'));
  cpSync(standIn, join(extensions, ours!, 'dist/server.cjs'));
}

async function serve(root: string, options: StartOptions, remove: () => void): Promise<VSCodeServer> {
  const { host = '127.0.0.1', port = '0', token } = options;
  const server = run(
    root,
    [
      ...['--host', host, '--port', port],
      ...(token ? ['--connection-token', token] : ['--without-connection-token']),
      ...(options.untrusted ? [] : ['--disable-workspace-trust']),
      '--disable-experiments',
    ],
    options.logs,
  );
  const log = tail(server);
  const ended = once(server, 'close');
  const killGroup = endWithUs(server, remove);
  const stop = async () => {
    killGroup('SIGTERM');
    await Promise.race([ended, pause(STOPPED_WITHIN, undefined, { ref: false })]);
    // The server has gone, but an extension host may linger.
    killGroup('SIGKILL');
    remove();
  };

  try {
    const bound = await listeningPort(server, log);
    // 0.0.0.0 is where to listen, not where to go.
    const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
    const url = `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${bound}`;
    if (!(await fetch(`${url}/version`)).ok)
      throw new Error(`VS Code listens at ${url}, and does not answer:\n${log()}`);
    return { url, port: bound, log, ended, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Runs VS Code's server program on the Node that runs us. Its own process group, so that one signal ends the whole family. */
function run(root: string, args: string[], logs = false): ChildProcess {
  return spawn(
    process.execPath,
    [
      ...(logs ? ['--import', join(import.meta.dirname, 'logFiles.ts')] : []),
      SERVER,
      '--accept-server-license-terms',
      ...['--telemetry-level', 'off'],
      ...['--extensions-dir', join(root, 'extensions')],
      ...['--server-data-dir', join(root, 'data')],
      ...args,
    ],
    // Nothing of the machine's own but the PATH: a setting in the environment must not change what a test sees. And
    // no gallery of extensions, which VS Code would ask at each start.
    {
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env.PATH, HOME: join(root, 'home'), LANG: 'C.UTF-8', EXTENSIONS_GALLERY: '{}' },
    },
  );
}

/** This build keeps the user's settings on the server (upstream: in the browser), so a file is enough. */
function writeSettings(root: string, settings: Settings): void {
  const user = join(root, 'data/data/User');
  for (const folder of [user, join(root, 'home'), join(root, 'extensions')]) mkdirSync(folder, { recursive: true });
  writeFileSync(join(user, 'settings.json'), JSON.stringify(settings, null, 2));
}

/** The port that the server took, read off its own announcement: asking the system for a free one first would be a race. */
function listeningPort(server: ChildProcess, log: () => string): Promise<number> {
  return new Promise((resolve, reject) => {
    const refuse = (why: string) => reject(new Error(`VS Code did not start: ${why}\n${log()}`));
    const timer = setTimeout(() => refuse(`silent for ${STARTED_WITHIN / 1000} s`), STARTED_WITHIN);
    server.once('close', (code) => refuse(`it ended with code ${code}`));
    server.stdout?.on('data', () => {
      const announced = /Extension host agent listening on (\d+)/.exec(log());
      if (!announced) return;
      clearTimeout(timer);
      resolve(Number(announced[1]));
    });
  });
}

/** Collects what a process prints, and keeps the end of it. */
function tail(child: ChildProcess): () => string {
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => (text = (text + chunk).slice(-20_000)));
  return () => text.trim();
}

/**
 * Sees to it that the server never outlives us, however we end; its group does not get the terminal's Ctrl+C.
 *
 * @returns sends a signal to the whole group
 */
function endWithUs(server: ChildProcess, remove: () => void): (signal: NodeJS.Signals) => void {
  const killGroup = (signal: NodeJS.Signals) => {
    try {
      if (server.pid) process.kill(-server.pid, signal);
    } catch {
      // Nobody is left in the group, which is what we want.
    }
  };
  const kill = () => {
    killGroup('SIGKILL');
    remove();
  };
  process.once('exit', kill);
  server.once('close', () => process.off('exit', kill));
  return killGroup;
}
