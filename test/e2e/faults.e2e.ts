import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scenario } from './harness.ts';
import { killServer, languageServer } from './processes.ts';
import { watchStatus } from './statuses.ts';
import { until } from './until.ts';
import type { Workbench } from './workbench.ts';

// What a person sees when the language server goes down.

const SAMPLE = join(import.meta.dirname, '../../media/sample');
const NOTE = 'notes/scoring-a-loaf.md';
/** Names it. */
const CITING = 'notes/cold-dough-shape.md';
const TYPED = 'Before. See [[Nobody wrote this]] ';

/** How often the server is killed while somebody works; more often by hand, for figures (`E2E_KILLS=10`). */
const KILLS = Number(process.env.E2E_KILLS ?? 2);
/** Three seconds are promised, on a machine that has nothing else to do. */
const BACK_WITHIN = 20_000;

scenario(
  'a server that is killed starts again by itself, and what it shows is there again, or has never gone',
  { folder: SAMPLE },
  async (workbench) => {
    await workbench.openFile(NOTE);
    await workbench.expectStatus('37 documents');
    await workbench.openView('Note Corpus', 'Backlinks');
    const rows = await workbench.expectViewRows('Backlinks', 'who uses it', (found) => found.length > 2);
    const problems = await workbench.expectProblems('findings', (found) => found.length > 0);
    await workbench.placeCursorAt('Why does steam');
    const figures: number[] = [];
    for (let last: number | undefined; figures.length < KILLS; ) {
      await languageServer(last);
      const status = await watchStatus(workbench);
      last = await killServer(last);
      const start = performance.now();
      await status.expect(/Corpus: starting again/);
      await workbench.expectStatus('37 documents');
      await hoverByKeys(workbench, /Why does steam matter only/);
      figures.push(Math.round(performance.now() - start));
      assert.ok(figures.at(-1)! < BACK_WITHIN, `${figures}`);
      await workbench.press('Escape');
      await workbench.expectViewRows('Backlinks', 'the same rows', (found) => same(found, rows));
      await workbench.expectProblems('the same findings', (found) => same(found, problems));
    }
    console.log(`back after ${figures.join(', ')} ms`);
    assert.deepEqual(await workbench.notifications(), []);
  },
);

/** Asks for the hover at the cursor, again only when it had time to come. */
async function hoverByKeys({ page }: Workbench, text: RegExp): Promise<void> {
  const hover = page.locator('.monaco-hover').filter({ visible: true, hasText: text }).first();
  await until(
    `${text} in the hover`,
    async () => {
      await page.keyboard.press('Control+K');
      await page.keyboard.press('Control+I');
      await hover.waitFor({ timeout: 2_000 });
      return true;
    },
    Boolean,
  );
}

const same = (some: unknown, others: unknown): boolean => JSON.stringify(some) === JSON.stringify(others);

scenario(
  'a server that dies again and again is left alone in the end, and says so, with a button that starts it again',
  { folder: SAMPLE },
  async (workbench) => {
    await workbench.openFile(NOTE);
    await workbench.expectStatus('37 documents');
    await workbench.openView('Note Corpus', 'Backlinks');
    const rows = await workbench.expectViewRows('Backlinks', 'who uses it', (found) => found.length > 2);
    await workbench.command('Note Corpus: Show Graph');
    const graph = await workbench.webviewOfTab('Graph');
    await graph.locator('body[data-ready][data-focus]').waitFor();
    let last = await killServer();
    for (let times = 1; times < 4; times++) last = await killServer(last);
    // The fourth time it waits for ten seconds, and what is on the screen stays there.
    await workbench.expectStatus('Corpus: starting again');
    assert.deepEqual(await workbench.viewRows('Backlinks'), rows);
    await graph.locator('body[data-ready][data-focus]').waitFor();
    assert.deepEqual(await workbench.notifications(), []);
    await workbench.screenshot('faults-1-starting-again');
    await killServer(last);
    await workbench.expectStatus('Corpus stopped');
    await workbench.expectNotification(/Note Corpus has stopped working/);
    await workbench.screenshot('faults-2-stopped');
    await workbench.clickButton('Restart');
    await workbench.expectStatus('37 documents');
    await workbench.expectViewRows('Backlinks', 'the same rows', (found) => same(found, rows));
    // It is tried as often again.
    const status = await watchStatus(workbench);
    await killServer();
    await status.expect(/Corpus: starting again/);
    await workbench.expectStatus('37 documents');
    assert.deepEqual(await workbench.notifications(), []);
  },
);

scenario(
  'what is typed while the server is down is not lost, and a rename that it was asked for before is refused as a whole',
  { folder: SAMPLE },
  async (workbench) => {
    const { page } = workbench;
    await workbench.openFile(NOTE);
    await workbench.expectStatus('37 documents');
    const [text, list] = [workbench.fileText(NOTE), workbench.fileText(CITING)];
    await workbench.goto(8, 1);
    await workbench.type('Before. ');
    const status = await watchStatus(workbench);
    let server = await killServer();
    await status.expect(/Corpus: starting again/);
    await workbench.type('See [[Nobody wrote this]] ');
    await workbench.expectStatus('37 documents');
    await workbench.expectProblems('what is typed to be read', (found) =>
      found.some(({ message }) => message === 'No document has the title “Nobody wrote this”.'),
    );
    await workbench.closePanel();
    // A server that is stopped has the question and does not answer it.
    await workbench.goto(6, 10);
    await workbench.press('F2');
    const input = page.locator('.rename-box .rename-input');
    await input.fill('What is scoring for?');
    server = await languageServer(server);
    process.kill(server, 'SIGSTOP');
    await input.press('Enter');
    await page.locator('.editor-group-container.active .monaco-progress-container.active').waitFor();
    await killServer();
    await workbench.expectNotification('Nothing was changed: Note Corpus went down before it answered.');
    await workbench.screenshot('faults-4-rename-refused');
    await workbench.expectStatus('37 documents');
    assert.equal(await page.locator('.tab.dirty').count(), 1);
    await workbench.save();
    await workbench.expectFileText(NOTE, (saved) => saved === text.replace('A razor', `${TYPED}A razor`));
    assert.equal(workbench.fileText(CITING), list);
  },
);

const BAD = 'mud.md';
const CRASHING = {
  standIn: join(import.meta.dirname, 'crashingServer.cjs'),
  folder: { [BAD]: '# Why does mud stick to boots?\n\nClay.\n', 'rain.md': 'See [[Why does mud stick to boots?]].\n' },
};
const LEFT_OUT = /Note Corpus leaves out “mud\.md” until it changes/;

for (const [words, what] of [
  ['Abort here', 'brings the server down'],
  ['Loop here', 'keeps the server busy for ever'],
] as const) {
  scenario(
    `a document that ${what} is left out by name the second time, until it changes`,
    CRASHING,
    async (workbench) => {
      await workbench.expectStatus('2 documents');
      writeFileSync(join(workbench.folder, BAD), `${words}, in clay.\n`);
      await workbench.openFile(BAD);
      await workbench.expectStatus('1 document, 1 left out');
      assert.equal((await workbench.notifications()).length, 1);
      await workbench.expectNotification(LEFT_OUT);
      await workbench.screenshot(`faults-3-left-out-${words.slice(0, 4).toLowerCase()}`);
      const server = await languageServer();
      await workbench.openFile('rain.md');
      await workbench.clickButton('Open It');
      await workbench.expectActiveFile(BAD);
      await workbench.press('Control+a');
      await workbench.type('Clay.');
      await workbench.save();
      await workbench.expectStatus('2 documents');
      assert.equal(await languageServer(), server);
    },
  );
}
