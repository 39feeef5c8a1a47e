import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { atlasOf } from '../../server/lsp/atlas/atlasOf.ts';
import type { Atlas, AtlasChange, AtlasNodes } from '../../server/protocol.ts';
import { readFixture, snapshotOf } from '../fixture.ts';
import { makeFolder, type TestFolder } from '../host/folder.ts';
import { Editor, eventually, openEditor } from './client.ts';
import { MUD } from './corpus.ts';

const KINDS = ['note', 'inquiry', 'page', 'missing'];
const ROLES = ['body', 'sources', 'used-by', 'related', 'papers', 'prompt', 'next', 'original-title'];

const bytes = (column: string): ArrayBuffer => Uint8Array.from(Buffer.from(column, 'base64')).buffer;
const u8 = (column: string): Uint8Array => new Uint8Array(bytes(column));
const u16 = (column: string): Uint16Array => new Uint16Array(bytes(column));
const u32 = (column: string): Uint32Array => new Uint32Array(bytes(column));
const f32 = (column: string): Float32Array => new Float32Array(bytes(column));

interface Node {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly at: string;
}

interface Edge {
  readonly source: number;
  readonly target: number;
  readonly says: string;
}

/** What an asker has: nodes by number, and edges. */
class Picture {
  number = -1;
  nodes: (Node | undefined)[] = [];
  edges: Edge[] = [];

  take(told: Atlas | AtlasChange): void {
    const numbers = told.type === 'atlas' ? told.nodes.ids.keys() : u32(told.changed).values();
    if (told.type === 'atlas') [this.nodes, this.edges] = [[], []];
    else {
      assert.equal(told.since, this.number);
      const rewritten = new Set([...u32(told.gone), ...u32(told.rewritten)]);
      for (const node of u32(told.gone)) this.nodes[node] = undefined;
      this.edges = this.edges.filter(({ source }) => !rewritten.has(source));
    }
    this.number = told.number;
    for (const [at, number] of [...numbers].entries()) {
      assert.ok(number <= this.nodes.length, 'new ones follow the last number');
      this.nodes[number] = nodeAt(told.nodes, at);
    }
    const [targets, roles, counts] = [u32(told.edges.targets), u8(told.edges.roles), u16(told.edges.counts)];
    for (const [at, source] of u32(told.edges.sources).entries())
      this.edges.push({ source, target: targets[at]!, says: `${ROLES[roles[at]!]} ×${counts[at]}` });
  }

  /** Nodes with their places and edges, without numbers. */
  get drawn(): string[] {
    const nodes = this.nodes.flatMap((node) => (node ? [`${node.kind} ${node.id} “${node.title}” ${node.at}`] : []));
    const idOf = (number: number): string => this.nodes[number]!.id;
    return [...nodes, ...this.edges.map((each) => `${idOf(each.source)} → ${idOf(each.target)} ${each.says}`)].sort();
  }

  numberOf(id: string): number {
    return this.nodes.findIndex((node) => node?.id === id);
  }
}

function nodeAt(nodes: AtlasNodes, at: number): Node {
  const place = [f32(nodes.x)[at]!, f32(nodes.y)[at]!].map((each) => each.toFixed(3)).join(' ');
  return {
    id: nodes.ids[at]!,
    title: nodes.titles[at]!,
    kind: KINDS[u8(nodes.kinds)[at]!]!,
    at: `${place} in ${u32(nodes.groups)[at]}`,
  };
}

const ask = (editor: Editor, since?: number): Promise<Atlas | AtlasChange> =>
  editor.ask('noteCorpus/atlas', { uri: editor.uri('rain.txt'), ...(since !== undefined && { since }) });

/** Asks for what differs, as whoever has a picture does; it must equal the whole as it is told to somebody else. */
async function follows(editor: Editor, picture: Picture): Promise<AtlasChange> {
  const told = await ask(editor, picture.number);
  assert.equal(told.type, 'change');
  picture.take(told);
  const whole = new Picture();
  whole.take(await ask(editor));
  assert.deepEqual(picture.drawn, whole.drawn);
  return told as AtlasChange;
}

test('the whole graph in columns: nodes, edges, and the discs in which they stand', async (t) => {
  const editor = await openEditor(t, MUD);
  const picture = new Picture();
  const atlas = (await ask(editor)) as Atlas;
  picture.take(atlas);
  assert.deepEqual(
    picture.nodes.map((node) => `${node!.kind} ${node!.id} “${node!.title}”`),
    [
      'page clay.md “What is clay made of?”',
      'note mud.txt “Why does mud stick to boots?”',
      'inquiry rain.txt “Does rain make a path worse?”',
      'missing missing:Is gravel worth its price? “Is gravel worth its price?”',
      'missing missing:Why does sand not stick at all? “Why does sand not stick at all?”',
    ],
  );
  assert.deepEqual(
    picture.drawn.filter((each) => each.includes('→')),
    [
      'clay.md → mud.txt body ×1',
      'clay.md → rain.txt body ×1',
      'mud.txt → missing:Is gravel worth its price? used-by ×1',
      'mud.txt → rain.txt used-by ×1',
      'rain.txt → clay.md body ×1',
      'rain.txt → clay.md sources ×1',
      'rain.txt → missing:Why does sand not stick at all? body ×1',
      'rain.txt → missing:Why does sand not stick at all? sources ×1',
      'rain.txt → mud.txt body ×1',
      'rain.txt → mud.txt sources ×1',
    ],
  );
  assert.deepEqual([...u32(atlas.groups.parents)], [0xffffffff]);
  assert.deepEqual([...u32(atlas.nodes.tagStarts)], [0, 0, 0, 0, 0, 0]);
  assert.equal(await editor.ask('noteCorpus/atlas', { uri: 'file:///elsewhere/mud.txt' }), null);
  await assert.rejects(editor.ask('noteCorpus/atlas', {}), /“uri” must be a text/);
  await assert.rejects(
    editor.ask('noteCorpus/atlas', { uri: editor.uri('rain.txt'), since: 'now' }),
    /“since” must be a whole number/,
  );
});

test('what changes is told as a change, and nothing else moves', async (t) => {
  const editor = await openEditor(t, MUD);
  const picture = new Picture();
  picture.take(await ask(editor));
  const before = picture.nodes.slice();
  assert.deepEqual(u32((await follows(editor, picture)).changed).length, 0);

  await editor.open('clay.md');
  await editor.type('clay.md', ['Plates of', '[[Sand]] and plates of']);
  const typed = await follows(editor, picture);
  assert.deepEqual(typed.nodes.ids, ['missing:Sand']);
  assert.deepEqual([...u32(typed.rewritten)], [picture.numberOf('clay.md')]);
  assert.deepEqual(picture.nodes.slice(0, before.length), before);

  // A title that is typed on is one node, where it was.
  const sand = picture.nodes[picture.numberOf('missing:Sand')]!;
  await editor.type('clay.md', ['[[Sand]]', '[[Sandstone]]']);
  assert.deepEqual((await follows(editor, picture)).nodes.ids, ['missing:Sandstone']);
  assert.equal(picture.nodes[picture.numberOf('missing:Sandstone')]!.at, sand.at);

  // Somebody writes it.
  editor.files.write('stone/sandstone.md', '# Sandstone\n');
  await editor.watched('created stone/sandstone.md');
  await editor.quiet();
  assert.deepEqual((await follows(editor, picture)).nodes.ids, ['stone/sandstone.md']);
  assert.equal(picture.nodes[picture.numberOf('stone/sandstone.md')]!.at, sand.at);
});

test('a file that moves keeps its number and place; one that goes leaves a missing note, or nothing', async (t) => {
  const editor = await openEditor(t, `${MUD}=== alone.md\n# Alone\n`);
  const picture = new Picture();
  picture.take(await ask(editor));
  const [clay, mud] = [picture.numberOf('clay.md'), picture.numberOf('mud.txt')];
  const { at } = picture.nodes[clay]!;
  editor.files.move('clay.md', 'soil/clay.md');
  await editor.watched('deleted clay.md', 'created soil/clay.md');
  await editor.quiet();
  await follows(editor, picture);
  assert.equal(picture.numberOf('soil/clay.md'), clay);
  assert.equal(picture.nodes[clay]!.at, at);

  editor.files.remove('mud.txt');
  await editor.watched('deleted mud.txt');
  await editor.quiet();
  await follows(editor, picture);
  assert.equal(picture.numberOf('missing:Why does mud stick to boots?'), mud);

  const known = picture.number;
  editor.files.remove('alone.md');
  await editor.watched('deleted alone.md');
  await editor.quiet();
  const told = (await ask(editor, known)) as AtlasChange;
  // The number of what is gone since is not known to the last one any more, once all was told to somebody else.
  if (told.type === 'change') {
    picture.take(told);
    assert.equal(picture.numberOf('alone.md'), -1);
  }
});

test('many that come are told as a whole, arranged anew, and the asker hears of it', async (t) => {
  const editor = await openEditor(t, MUD);
  const picture = new Picture();
  picture.take(await ask(editor));
  const names = Array.from({ length: 40 }, (_, at) => `new/${at}.md`);
  for (const [at, name] of names.entries())
    editor.files.write(name, `# New ${at}\n[[New ${at + 1}]] [[What is clay made of?]]\n`);
  await editor.watched(...names.map((name) => `created ${name}` as const));
  await editor.quiet();
  const told = editor.changes.length;
  await ask(editor, picture.number);
  await eventually(() => assert.ok(editor.changes.length > told, 'it is told that places are others'));
  const whole = await ask(editor, picture.number);
  assert.equal(whole.type, 'atlas');
  assert.equal(whole.nodes.ids.length, 46);
});

test('a graph that another thread arranges stands as one that is arranged here', async (t) => {
  const title = (at: number): string => `Note ${at % 320} of many`;
  const picture = Array.from({ length: 320 }, (_, at) => {
    const links = [at + 1, at + 2, 7 * at].map((each) => `[[${title(each)}]]`).join(' ');
    return `=== notes/${at % 8}/${at}.md\n# ${title(at)}\n${links}\n`;
  }).join('');
  const editor = await openEditor(t, picture);
  const told = await editor.ask('noteCorpus/atlas', { uri: editor.uri('notes/0/0.md') });
  const here = atlasOf(snapshotOf(readFixture(picture).files));
  assert.deepEqual({ ...told, number: 1 }, here);
  assert.ok(u32(here.groups.parents).length > 3);
});

const placesFile = (cache: string): string => join(cache, readdirSync(cache).find((each) => each.endsWith('.places'))!);

/** What a server of its own tells at the first question, on a folder that is there already. It ends then. */
async function start(t: TestContext, files: TestFolder, cache: string): Promise<string[]> {
  const editor = new Editor(files, { server: ['server.cjs', '--stdio', '--cache', cache] });
  t.after(() => editor.end());
  await editor.start();
  const seen = new Picture();
  seen.take(await ask(editor));
  await editor.end();
  return seen.drawn;
}

/** Where each node stands. */
const placesIn = (drawn: readonly string[]): string[] => drawn.filter((each) => !each.includes('→'));

test('a second start finds all where it was, and what came meanwhile beside it', async (t) => {
  const files = makeFolder(t, MUD);
  const cache = `${files.root}-kept`;
  t.after(() => rmSync(cache, { recursive: true, force: true }));
  const first = await start(t, files, cache);
  const { mtimeMs } = statSync(placesFile(cache));
  assert.deepEqual(await start(t, files, cache), first);
  assert.equal(statSync(placesFile(cache)).mtimeMs, mtimeMs, 'nothing was arranged, so nothing was kept');
  files.write('sand.md', '# Why does sand not stick at all?\n[[Gravel]]\n');
  const third = placesIn(await start(t, files, cache));
  // It stands where a note was missing.
  const stood = first.find((each) => each.startsWith('missing missing:Why does sand'))!.replace(/.*” /, '');
  assert.deepEqual(
    third.filter((each) => !placesIn(first).includes(each)),
    [
      `missing missing:Gravel “Gravel” ${third.find((each) => each.startsWith('missing missing:Gravel'))!.replace(/.*” /, '')}`,
      `page sand.md “Why does sand not stick at all?” ${stood}`,
    ],
  );
});

test('places that are damaged are none', async (t) => {
  const files = makeFolder(t, MUD);
  const cache = `${files.root}-kept`;
  t.after(() => rmSync(cache, { recursive: true, force: true }));
  const first = await start(t, files, cache);
  const whole = readFileSync(placesFile(cache));
  for (const damaged of [
    whole.subarray(0, 100),
    Buffer.alloc(0),
    whole.map((byte, at) => (at === 90 ? byte ^ 1 : byte)),
  ]) {
    writeFileSync(placesFile(cache), damaged);
    assert.deepEqual(await start(t, files, cache), first, 'arranged anew, which is the same');
    assert.deepEqual(readFileSync(placesFile(cache)), whole, 'and kept');
  }
});
