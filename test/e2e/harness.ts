/**
 * What an end-to-end test stands on. A test file reads as the list of what a person does:
 *
 *     scenario('F12 on a title in prose goes to the note', { folder: SEEDS }, async (workbench) => {
 *       await workbench.openFile('000_7b94f0dac2f6d38c.txt');
 *       await workbench.placeCursorAt('Do reasoning traces need to be semantically correct?');
 *       await workbench.press('F12');
 *       await workbench.expectActiveTab('001_c7aa448a52ce2d4c.txt');
 *     });
 *
 * One server and one browser serve the scenarios of a process, because starting them is what takes time. A scenario has
 * a page of its own with fresh storage, and its own copy of the folder, so that the order of scenarios is of no matter.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { after, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { findChromium } from './chromium.mjs';
import { TAB_SIZE } from './places.ts';
import { type Settings, writeFolderSettings } from './settings.ts';
import { startVSCode, type VSCodeServer } from './vscode.ts';
import { PICTURES, Workbench } from './workbench.ts';

/** Packed by `npm run package`; the variable is for trying the harness on another extension. */
const VSIX = process.env.E2E_VSIX ?? join(import.meta.dirname, '../../note-corpus.vsix');

/** Enough for a scenario of many steps on a slow machine, twice; one that hangs shall not hang the run. */
const SCENARIO_WITHIN = 300_000;

const hasChromium = findChromium() !== undefined;

const WINDOW = { width: 1400, height: 900 };

/** What would make two runs differ: what moves, what waits, and what the last run left. Tests want none of it. */
const STEADY: Settings = {
  'editor.accessibilitySupport': 'off',
  'editor.cursorBlinking': 'solid',
  'editor.detectIndentation': false,
  'editor.hover.delay': 0,
  'editor.minimap.enabled': false,
  'editor.stickyScroll.enabled': false,
  'editor.tabSize': TAB_SIZE,
  'files.autoSave': 'off',
  // The folder's settings are the harness's, and not of the corpus.
  'files.exclude': { '**/.vscode': true },
  'files.hotExit': 'off',
  'window.autoDetectColorScheme': false,
  'window.restoreWindows': 'none',
  // A tooltip of the row under the mouse would cover what the next step clicks.
  'workbench.hover.delay': 60_000,
  'workbench.reduceMotion': 'on',
  // A sticky row would be read twice.
  'workbench.tree.enableStickyScroll': false,
};

/** Texts of files by their path, with `/`. */
export type Files = Record<string, string>;

export interface WorkbenchOptions {
  /** What to open a copy of: an absolute path, or the files themselves. */
  folder: string | Files;
  /** A program to stand in for the language server (`StartOptions.standIn`). It has a VS Code of its own, so is slow. */
  standIn?: string;
  /** The folder is not trusted before a person says so (Restricted Mode). It has a VS Code of its own, too. */
  untrusted?: boolean;
  /** Channels of logs show what is in them. It has a VS Code of its own, too. */
  logs?: boolean;
  /** Settings of the folder. */
  settings?: Settings;
  /** Why the scenario is left out; false where it is not. */
  skip?: string | false;
  /** What a failure is filed under. */
  name?: string;
}

type Walk = (workbench: Workbench) => Promise<void>;

/**
 * A test that walks through the workbench. Left out, and said so, where the machine has no Chromium.
 *
 * On a machine that nobody watches (`CI`) one that failed is tried once more, and the first failure is told with its picture: on a
 * busy one VS Code may lose a click.
 */
export function scenario(name: string, options: WorkbenchOptions, walk: Walk): void {
  const skip = hasChromium ? false : 'no Chromium on this machine';
  test(name, { skip, timeout: SCENARIO_WITHIN }, async (t) => {
    try {
      await withWorkbench({ name, ...options }, walk);
    } catch (error) {
      if (!process.env.CI) throw error;
      t.diagnostic(`failed, and is tried once more: ${error instanceof Error ? error.message : error}`);
      await withWorkbench({ name: `${name}, again`, ...options }, walk);
    }
  });
}

/**
 * Opens a copy of a folder in VS Code, with the extension installed, and hands over the workbench.
 *
 * Where the walk fails, a picture of the window stays in `pictures/fail-<name>.png`, and what the page and the server
 * have said beside it, in `fail-<name>.log`.
 */
export async function withWorkbench(options: WorkbenchOptions, walk: Walk): Promise<void> {
  const [server, browser] = await Promise.all([sharedServer(options), sharedBrowser()]);
  const folder = copyFolder(options.folder);
  if (options.settings) writeFolderSettings(folder, options.settings);
  const context = await browser.newContext({ viewport: WINDOW, reducedMotion: 'reduce' });
  let workbench: Workbench | undefined;
  try {
    workbench = await Workbench.open(context, server.url, folder);
    await walk(workbench);
  } catch (error) {
    await keepEvidence(options.name ?? 'unnamed', workbench, server);
    throw error;
  } finally {
    await context.close();
    removeCopy(folder);
  }
}

/** Copies a folder into the temporary directory, under its own name because VS Code shows that. */
export function copyFolder(source: string | Files): string {
  // VS Code compares paths as text, and the temporary directory may be a link.
  const parent = realpathSync(mkdtempSync(join(tmpdir(), 'note-corpus-folder-')));
  copies.add(parent);
  const folder = join(parent, typeof source === 'string' ? basename(source) : 'corpus');
  if (typeof source === 'string') {
    cpSync(source, folder, { recursive: true });
    return folder;
  }
  mkdirSync(folder);
  for (const [path, text] of Object.entries(source)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const copies = new Set<string>();

function removeCopy(folder: string): void {
  rmSync(dirname(folder), { recursive: true, force: true, maxRetries: 5 });
  copies.delete(dirname(folder));
}

// A run that is broken off leaves nothing behind either.
process.once('exit', () => copies.forEach((parent) => void rmSync(parent, { recursive: true, force: true })));

async function keepEvidence(name: string, workbench: Workbench | undefined, server: VSCodeServer): Promise<void> {
  const file = `fail-${name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 80)}`;
  mkdirSync(PICTURES, { recursive: true });
  const said = [...(workbench?.console ?? ['the workbench did not open']), '', 'The server:', server.log()];
  writeFileSync(join(PICTURES, `${file}.log`), said.join('\n'));
  // The failure is the walk's; that a page which crashed has no picture is not worth another one.
  await workbench?.screenshot(file).catch(() => {});
}

const servers = new Map<string, Promise<VSCodeServer>>();
let browser: Promise<Browser> | undefined;

function sharedServer({ standIn, untrusted = false, logs = false }: WorkbenchOptions): Promise<VSCodeServer> {
  if (!existsSync(VSIX)) throw new Error('There is no note-corpus.vsix to test: run `npm run package`.');
  const kind = JSON.stringify([standIn, untrusted, logs]);
  const server =
    servers.get(kind) ??
    startVSCode({ vsix: VSIX, settings: STEADY, untrusted, logs, ...(standIn !== undefined && { standIn }) });
  servers.set(kind, server);
  return server;
}

function sharedBrowser(): Promise<Browser> {
  browser ??= launchBrowser();
  return browser;
}

after(async () => {
  await browser?.then(
    (running) => running.close(),
    () => {},
  );
  for (const server of servers.values())
    await server.then(
      (running) => running.stop(),
      () => {},
    );
});
