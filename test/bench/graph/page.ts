import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { build } from 'esbuild';

// A page in a browser of its own, with one of the programs that are measured.

/** The little that is used of Playwright, which is installed for the end-to-end tests only. */
interface Page {
  setContent(markup: string): Promise<void>;
  addScriptTag(script: { content: string }): Promise<unknown>;
  evaluate(script: string): Promise<unknown>;
  evaluate<T>(run: (given: T) => unknown, given: T): Promise<unknown>;
}
interface Browser {
  newPage(options: { viewport: { width: number; height: number } }): Promise<Page>;
  close(): Promise<void>;
  startTracing(page: Page, options: { categories: readonly string[] }): Promise<void>;
  stopTracing(): Promise<Buffer>;
}
interface Playwright {
  readonly chromium: { launch(options: { executablePath: string; args: readonly string[] }): Promise<Browser> };
}
const e2e = join(import.meta.dirname, '../../e2e');

/** The longest task and the longest gap between turns of 4 ms, in milliseconds. */
export interface Blocks {
  readonly task: number;
  readonly gap: number;
}

/** What a page tells; times in milliseconds, memory in MB. */
export interface Measured {
  readonly firstPaint: number;
  readonly restAfter?: number;
  readonly loading: Blocks;
  readonly moving: Blocks;
  /** The longest task, in milliseconds of processor time: what other programs did meanwhile does not count. */
  readonly busy?: { readonly loading: number; readonly moving: number };
  readonly rates: Readonly<Record<string, { readonly pan: number; readonly zoom: number }>>;
  readonly idle: number;
  readonly hidden?: number;
  readonly heap: number;
}

const colours = {
  '--vscode-editor-background': '#1f1f1f',
  '--vscode-foreground': '#cccccc',
  '--vscode-charts-blue': '#59a4f9',
};

/** The script of a page. Packages of the benchmark lie beside it. */
export async function scriptOf(name: 'ours' | 'forceGraph'): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'pages', `${name}.mjs`)],
    nodePaths: [join(import.meta.dirname, '../node_modules')],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    write: false,
  });
  return outputFiles[0]!.text;
}

/** Measures in a fresh browser; answers `undefined` where the page does not answer in time. */
export async function measureIn(
  script: string,
  data: unknown,
  limit: number,
  patience: number,
): Promise<Measured | undefined> {
  const browser = await launch();
  try {
    const page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
    await dress(page);
    await page.addScriptTag({ content: script });
    await page.evaluate(keep, [data, patience]);
    await browser.startTracing(page, { categories });
    const answer = page.evaluate('measure(...given)') as Promise<Measured>;
    answer.catch(() => {});
    const measured = await Promise.race([answer, sleep(limit).then(() => undefined)]);
    return measured && { ...measured, busy: busyIn(JSON.parse(String(await browser.stopTracing()))) };
  } finally {
    await Promise.race([browser.close(), sleep(3000)]);
  }
}

const categories = ['disabled-by-default-devtools.timeline', 'blink.user_timing'];

interface Traced {
  readonly traceEvents: readonly { name: string; pid: number; tid: number; ts: number; tdur?: number }[];
}

/** The longest tasks of the page's main thread, between the marks that the page made. */
function busyIn({ traceEvents }: Traced): { loading: number; moving: number } {
  const longest = (phase: string): number => {
    const begin = traceEvents.find(({ name }) => name === `${phase} begins`);
    const end = traceEvents.find(({ name }) => name === `${phase} ends`);
    if (!begin || !end) return Number.NaN;
    const tasks = traceEvents.filter(({ name, pid, tid, ts }) => {
      return name === 'RunTask' && pid === begin.pid && tid === begin.tid && ts >= begin.ts && ts <= end.ts;
    });
    return tasks.reduce((most, { tdur }) => Math.max(most, (tdur ?? 0) / 1000), 0);
  };
  return { loading: longest('loading'), moving: longest('moving') };
}

/** Runs in the page. */
function keep(given: readonly unknown[]): void {
  Object.assign(globalThis, { given });
}

async function dress(page: Page): Promise<void> {
  const style = Object.entries(colours).map(([name, value]) => `${name}:${value}`);
  await page.setContent(
    `<!doctype html><html style="${style.join(';')}"><body class="vscode-dark" style="margin:0;background:#1f1f1f">
    <div id="stage" style="position:fixed;inset:0"></div><style>.map,.map canvas{position:absolute;width:100%;height:100%}</style>`,
  );
}

async function launch(): Promise<Browser> {
  const { findChromium }: { findChromium(): string | undefined } = await import(join(e2e, 'chromium.mjs'));
  const { chromium }: Playwright = createRequire(join(e2e, 'package.json'))('playwright-core');
  const found = findChromium();
  if (!found) throw new Error('No Chromium: run `node test/setup.mjs`, or set CHROMIUM to one.');
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-dev-shm-usage',
    '--enable-precise-memory-info',
    '--js-flags=--expose-gc',
  ];
  return chromium.launch({ executablePath: found, args });
}
