import assert from 'node:assert/strict';
import { type Files, scenario } from './harness.ts';
import { until } from './until.ts';
import type { Workbench } from './workbench.ts';

// Titles that would be a link, a command, a picture or an icon: wherever VS Code shows them, they are text.

const COMMAND = 'What does [Click me](command:workbench.action.terminal.new) do to you?';
const IMAGE = 'Why is ![](https://example.org/x.png) <img src="https://example.org/y.png" onerror="alert(1)"> a title?';
const ICON = 'Is $(squirrel) or $(squirrel~spin) an animal or a word?';
const LINK = 'Who follows https://example.org/z or <a href="command:workbench.action.quit">this</a> today?';
const MISSING = 'Did nobody write [Run](command:workbench.action.terminal.new) $(squirrel) yet?';
const TITLES = [COMMAND, IMAGE, ICON, LINK];

const CORPUS: Files = {
  'index.txt': `INQUIRING LINE\n\nWhat do all these titles have in common?\n\n${[...TITLES, MISSING].map((title) => `We ask [[${title}]] here.`).join('\n\n')}\n`,
  ...Object.fromEntries(
    TITLES.map((title, at) => [
      `${at}.txt`,
      `INQUIRING LINE\n\n${title}\n\nIt is one of those. What do all these titles have in common?\n`,
    ]),
  ),
};

/** What of a title has become more than text, in the workbench and its webviews. */
async function harm({ page }: Workbench): Promise<string[]> {
  const found = await Promise.all(
    page.frames().map((frame) =>
      frame
        .evaluate(() => {
          const harmful =
            'img[src*="example.org"], :is([href], [data-href]):is([href*="example.org"], [data-href*="example.org"], [href*="workbench.action"], [data-href*="workbench.action"]), .codicon-squirrel';
          return [...document.querySelectorAll(harmful)].map(({ outerHTML }) => outerHTML.slice(0, 200));
        })
        // A frame may go meanwhile.
        .catch(() => []),
    ),
  );
  return found.flat();
}

/** All that the page has asked for of others than the server, from now on. */
function requestsToOthers({ page }: Workbench): string[] {
  const here = new URL(page.url()).host;
  const others: string[] = [];
  page.context().on('request', (request) => {
    const url = new URL(request.url());
    // By these names a webview asks for files of its extension, and a service worker in the page answers.
    const isFile = url.host.endsWith('.vscode-resource.vscode-cdn.net');
    if (/^(http|ws)/.test(url.protocol) && url.host !== here && !isFile) others.push(request.url());
  });
  return others;
}

scenario(
  'titles that would be a link, a command, a picture or an icon are text in every place',
  { folder: CORPUS, settings: { 'noteCorpus.corpus': 'always', 'workbench.hover.delay': 100 } },
  async (workbench) => {
    const { page } = workbench;
    const others = requestsToOthers(workbench);
    const harmless = async (where: string) => {
      await workbench.screenshot(`hostile-${where}`);
      assert.deepEqual(await harm(workbench), [], where);
    };
    await workbench.openFile('index.txt');
    await workbench.expectStatus('5 documents');
    for (const [at, title] of [...TITLES, MISSING].entries()) {
      await workbench.placeCursorAt(title);
      await workbench.expectHover(at < TITLES.length ? /used by/ : /no document has this title/);
      await harmless(`1-hover-${at}`);
      await workbench.press('Escape');
    }
    await workbench.openView('Note Corpus', 'Sources and Links Out');
    await workbench.expectViewRows('Sources and Links Out', 'all titles', (rows) =>
      [...TITLES, MISSING].every((title) => rows.some(({ label }) => label === title)),
    );
    for (const title of [ICON, IMAGE, COMMAND]) {
      const row = page.locator('.tree-explorer-viewlet-tree-view .monaco-list-row', { hasText: title.slice(0, 12) });
      await row.first().hover({ position: { x: 70, y: 10 } });
      await page
        .locator('.workbench-hover', { hasText: title.slice(0, 12) })
        .first()
        .waitFor();
      await harmless(`2-row-${TITLES.indexOf(title)}`);
    }
    await workbench.openFile('2.txt');
    await workbench.placeCursorAt(ICON);
    await workbench.rename(COMMAND);
    await workbench.expectNotification(/has the title .*Click me.* already/);
    await harmless('3-notification');
    await workbench.command('Go to Symbol in Workspace...');
    await workbench.quickInput.type('#squirrel');
    await until(
      'the title',
      () => workbench.quickInput.labels(),
      (labels) => labels.some((label) => label.includes('animal')),
    );
    await harmless('4-symbols');
    await workbench.press('Escape');
    await workbench.command('Note Corpus: New Inquiring Line');
    await workbench.quickInput.answerFirst('What makes a crust sing?');
    await until(
      'the titles',
      () => workbench.quickInput.labels(),
      (labels) => labels.length >= 4,
    );
    await harmless('5-picking');
    await workbench.press('Escape');
    await workbench.openFile('index.txt');
    await workbench.press('Control+End');
    await workbench.type('[[');
    await until(
      'details of a completion',
      async () => {
        // Where there is no list yet, it is what is asked for.
        await workbench.press('Control+Space');
        await page.locator('.suggest-details .body').waitFor({ timeout: 3_000 });
        return page.locator('.suggest-widget.visible .monaco-list-row .label-name').allTextContents();
      },
      (labels) => labels.includes(IMAGE),
    );
    await harmless('6-completion');
    await workbench.press('Escape');
    await workbench.press('Control+z');
    await workbench.command('Note Corpus: Show Graph');
    const graph = await workbench.webviewOfTab('Graph');
    await graph.locator('label.option', { has: graph.locator('input[aria-label="Around"]') }).click();
    await graph.locator('body[data-ready][data-arrangement="around"]').waitFor();
    await graph.locator('.node[data-id="0.txt"]').hover();
    await harmless('7-graph');
    assert.deepEqual(others, []);
  },
);
