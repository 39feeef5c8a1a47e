import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Locator } from 'playwright-core';
import { type Files, scenario } from './harness.ts';
import { until } from './until.ts';
import { accessibilityProblems } from './webviews.ts';
import type { Workbench } from './workbench.ts';

// The graph: of the whole corpus in its panel, of a document's neighbourhood beside it.

const SAMPLE = join(import.meta.dirname, '../../media/sample');
const COLD_DOUGH = 'notes/cold-dough-shape.md';
const OVEN_SPRING = 'What drives oven spring in the first ten minutes?';

/** Opens the panel, with what the page says of itself as soon as its picture stands still. */
async function openGraph(workbench: Workbench): Promise<FrameLocator> {
  await workbench.command('Note Corpus: Show Graph');
  const graph = await workbench.webviewOfTab('Graph');
  await graph.locator('body[data-ready]').waitFor();
  return graph;
}

/** The page, at rest, arranged so, with the reader standing there. */
const standing = (graph: FrameLocator, arrangement: string, focus: string): Locator =>
  graph.locator(`body[data-ready][data-arrangement="${arrangement}"][data-focus="${focus}"]`);

const arrange = (graph: FrameLocator, name: string): Promise<void> =>
  graph.locator('.choice label.option', { has: graph.locator(`input[aria-label="${name}"]`) }).click();

/** How many nodes the map has, as far as the filter leaves them in. */
const nodes = async (graph: FrameLocator): Promise<number> =>
  Number(await graph.locator('body').getAttribute('data-ready'));

const expectNodes = (graph: FrameLocator, count: number): Promise<number> =>
  until(
    `${count} nodes on the map`,
    () => nodes(graph),
    (found) => found === count,
  );

scenario(
  'the whole corpus, without a mouse: one looks for a title, flies there, opens it, and goes back',
  { folder: SAMPLE },
  async (workbench) => {
    await workbench.openFile(COLD_DOUGH);
    const graph = await openGraph(workbench);
    await standing(graph, 'map', COLD_DOUGH).waitFor();
    await workbench.screenshot('graph-1-map');
    await graph.locator('.stage').click({ position: { x: 5, y: 5 } });
    await workbench.press('/');
    await workbench.type('oven sprng');
    await graph.locator('[role="option"]', { hasText: OVEN_SPRING }).waitFor();
    await workbench.screenshot('graph-2-found');
    await workbench.press('Enter');
    await standing(graph, 'map', 'notes/122_ten-minutes.txt').waitFor();
    await workbench.screenshot('graph-3-flown');
    await workbench.press('Enter');
    await workbench.expectActiveTab('122_ten-minutes.txt');
    assert.deepEqual(await accessibilityProblems(graph), []);
  },
);

scenario(
  'the legend shows and hides kinds and roles; a filter says that it is on, and is cleared by one click',
  { folder: SAMPLE },
  async (workbench) => {
    await workbench.openFile(COLD_DOUGH);
    const graph = await openGraph(workbench);
    const all = await nodes(graph);
    await graph.locator('.legend summary').click();
    const missing = graph.locator('[data-switch="missing"]');
    const count = Number(await missing.locator('.count').textContent());
    assert.ok(count > 0);
    await missing.click();
    await expectNodes(graph, all - count);
    await graph.locator('button[aria-label="Filter (on)"]').click();
    await workbench.screenshot('graph-4-filtered');
    await graph.locator('.popover button', { hasText: 'Show everything' }).click();
    await expectNodes(graph, all);
    await workbench.press('Escape');
    await graph.locator('select[aria-label="Colour by"]').selectOption('folder');
    await graph.locator('.legend .colours li').first().waitFor();
    await workbench.screenshot('graph-5-coloured');
  },
);

scenario(
  'lanes: inquiring lines stand above the notes that they draw on; the list tells the same',
  { folder: SAMPLE },
  async (workbench) => {
    await workbench.openFile('inquiries/home-oven.md');
    const graph = await openGraph(workbench);
    await arrange(graph, 'Lanes');
    const focus = 'inquiries/home-oven.md';
    await standing(graph, 'lanes', focus).waitFor();
    await workbench.screenshot('graph-6-lanes');
    const boxes = async (kind: string) => {
      const shapes = await graph.locator(`.node[data-kind="${kind}"] .shape`).all();
      return Promise.all(shapes.map(async (shape) => (await shape.boundingBox())?.y ?? 0));
    };
    const [inquiries, notes] = [await boxes('inquiry'), await boxes('note')];
    assert.ok(Math.max(...inquiries) < Math.min(...notes), 'a note stands among the inquiries');
    await arrange(graph, 'Around');
    await standing(graph, 'around', focus).waitFor();
    await workbench.screenshot('graph-7-around');
    const told = await graph.locator('.twin button .title').allTextContents();
    assert.equal(told.length, await graph.locator('.node').count());
    assert.deepEqual(await accessibilityProblems(graph), []);
  },
);

scenario(
  'the graph follows what is written: a title that is named is there, and a note that is deleted is missing',
  { folder: SAMPLE },
  async (workbench) => {
    await workbench.openFile(COLD_DOUGH);
    const graph = await openGraph(workbench);
    const all = await nodes(graph);
    await workbench.placeCursorAt('A loaf straight from');
    await workbench.type('[[Whether ice helps]] ');
    await expectNodes(graph, all + 1);
    await workbench.screenshot('graph-8-new');
    for (let undo = 0; undo < 3 && (await nodes(graph)) !== all; undo++) await workbench.press('Control+z');
    await expectNodes(graph, all);
    await graph.locator('.stage').click({ position: { x: 5, y: 5 } });
    await workbench.press('/');
    await workbench.type('oven spring');
    await graph.locator('[role="option"]', { hasText: OVEN_SPRING }).waitFor();
    await workbench.press('Enter');
    await standing(graph, 'map', 'notes/122_ten-minutes.txt').waitFor();
    rmSync(join(workbench.folder, 'notes/122_ten-minutes.txt'));
    await until(
      'the deleted note to be missing',
      () => graph.locator('.twin button').allTextContents(),
      (rows) => rows.some((row) => row.includes(OVEN_SPRING) && row.includes('missing')),
    );
    await workbench.screenshot('graph-9-deleted');
  },
);

scenario(
  'how the graph is arranged, and a view with a name, are there again after the window is loaded anew',
  { folder: SAMPLE },
  async (workbench) => {
    await workbench.openFile(COLD_DOUGH);
    let graph = await openGraph(workbench);
    await graph.locator('button[aria-label="Views"]').click();
    await graph.locator('.popover button', { hasText: 'Save this view' }).click();
    await workbench.quickInput.answer('Everything');
    await arrange(graph, 'Lanes');
    await standing(graph, 'lanes', COLD_DOUGH).waitFor();
    await workbench.reload();
    graph = await workbench.webviewOfTab('Graph');
    await standing(graph, 'lanes', COLD_DOUGH).waitFor();
    await graph.locator('button[aria-label="Views"]').click();
    await workbench.screenshot('graph-10-views');
    await graph.locator('.named button', { hasText: 'Everything' }).click();
    await standing(graph, 'map', COLD_DOUGH).waitFor();
  },
);

scenario('the graph in every theme', { folder: SAMPLE }, async (workbench) => {
  await workbench.openFile(COLD_DOUGH);
  const graph = await openGraph(workbench);
  for (const theme of ['light', 'dark', 'high contrast', 'high contrast light'] as const) {
    await workbench.setTheme(theme);
    await graph.locator('body[data-ready]').waitFor();
    await workbench.screenshot(`graph-11-${theme.replaceAll(' ', '-')}`);
  }
});

scenario('a picture of the graph is kept as a file', { folder: SAMPLE }, async (workbench) => {
  await workbench.openFile(COLD_DOUGH);
  const graph = await openGraph(workbench);
  for (const [format, name] of [
    ['SVG', 'map.svg'],
    ['PNG', 'map.png'],
  ] as const) {
    await graph.locator('button[aria-label="More"]').click();
    await graph.locator('[role="menuitem"]', { hasText: `Save Picture as ${format}` }).click();
    await workbench.quickInput.answerInsteadOf(/graph\.(svg|png)$/, join(workbench.folder, name));
    await until(
      `the file ${name}`,
      async () => existsSync(join(workbench.folder, name)),
      (there) => there,
    );
  }
  const svg = readFileSync(join(workbench.folder, 'map.svg'), 'utf8');
  assert.match(svg, /^<svg /);
  assert.doesNotMatch(svg, /<script|foreignObject|var\(--/);
  assert.ok(svg.includes('Does cold dough'));
  assert.equal(readFileSync(join(workbench.folder, 'map.png')).subarray(1, 4).toString(), 'PNG');
});

const HOSTILE: Files = {
  'script.md': '# </script><script>document.title = "in"</script> is that a title?\n\nIt names [[quotes]].\n',
  'quotes.md':
    '---\naliases: [quotes]\n---\n\n# "><img src=x onerror="document.title=1"> \'`$1` what now?\n\nA [[right]].\n',
  'right.md': '---\naliases: [right]\n---\n\n# \u202eمن يقرأ هذا السطر كله؟\n\nA [[long]].\n',
  'long.md': `---\naliases: [long]\n---\n\n# ${'word '.repeat(2_000)}?\n\nA [[faces]].\n`,
  'faces.md': '---\naliases: [faces]\n---\n\n# 👩‍👩‍👧‍👦🏴‍☠️ who is that?\n\nIt asks [[</style><b>nobody</b>]].\n',
};

scenario(
  'titles that would be markup are text, in every arrangement',
  { folder: HOSTILE, settings: { 'noteCorpus.corpus': 'always' } },
  async (workbench) => {
    await workbench.openFile('quotes.md');
    const graph = await openGraph(workbench);
    await expectNodes(graph, 6);
    await workbench.screenshot('graph-12-hostile-map');
    for (const name of ['Lanes', 'Around'] as const) {
      await arrange(graph, name);
      await standing(graph, name.toLowerCase(), 'quotes.md').waitFor();
      assert.equal(await graph.locator('main :is(img, b, script)').count(), 0);
    }
    await workbench.screenshot('graph-13-hostile-around');
    assert.deepEqual(
      workbench.console.filter((line) => /Content Security Policy|onerror/.test(line)),
      [],
    );
  },
);

scenario('a corpus without a document has a graph that says so', { folder: SAMPLE }, async (workbench) => {
  await workbench.openFile(COLD_DOUGH);
  const graph = await openGraph(workbench);
  await graph.locator('.legend summary').click();
  for (const kind of ['note', 'inquiry', 'page', 'missing'])
    await graph.locator(`[data-switch="${kind}"]`).click({ timeout: 5_000 });
  await graph.locator('.message', { hasText: /./ }).waitFor();
  await workbench.screenshot('graph-14-nothing');
});

/** Notes in places of their own, that name some of their own place and now and then one of another. */
function manyNotes(count: number): Files {
  const title = (number: number) => `How does river ${number} find its way to the sea?`;
  const place = (number: number) => Math.floor(number / 200);
  const texts = Array.from({ length: count }, (_, at) => {
    const own = [1, 7, 30].map((step) => place(at) * 200 + ((at + step * (1 + (at % 5))) % 200));
    const other = at % 11 === 0 ? [(at * 37) % count] : [];
    const named = [...own, ...other].filter((number) => number !== at && number < count);
    return `# ${title(at)}\n\nA river goes where the ground lets it.\n\n${named.map((each) => `It asks with ${title(each)}`).join('\n\n')}\n`;
  });
  return Object.fromEntries(texts.map((text, at) => [`valley-${place(at)}/river-${at}.md`, text]));
}

scenario(
  '10,000 notes are a map that opens as one comes nearer, and what is new is on it',
  { folder: manyNotes(10_000), settings: { 'noteCorpus.corpus': 'always' } },
  async (workbench) => {
    await workbench.expectStatus('10,000 documents');
    const graph = await openGraph(workbench);
    await expectNodes(graph, 10_000);
    await workbench.screenshot('graph-15-far');
    await graph.locator('.stage').click({ position: { x: 5, y: 5 } });
    await workbench.press('/');
    await workbench.type('river 4007');
    await graph.locator('[role="option"]', { hasText: 'river 4007 ' }).first().waitFor();
    await workbench.press('Enter');
    await standing(graph, 'map', 'valley-20/river-4007.md').waitFor();
    await workbench.screenshot('graph-16-near');
    writeFileSync(
      join(workbench.folder, 'valley-20/new.md'),
      '# Is there a river without a number?\n\nIt asks with How does river 4007 find its way to the sea?\n',
    );
    await expectNodes(graph, 10_001);
    await workbench.screenshot('graph-17-grown');
  },
);
