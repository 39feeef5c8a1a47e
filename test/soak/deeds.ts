import { pick } from '../bench/random.ts';
import type { Editor } from './editor.ts';

// What somebody does who writes all day, at random. The corpus stays as large as it is: what is added is taken away again, so that
// memory has no reason to grow.

export interface Day {
  readonly editor: Editor;
  readonly next: () => number;
  /** All documents as they were in the beginning, by path. */
  readonly originals: ReadonlyMap<string, string>;
  readonly paths: readonly string[];
  /** Something new is typed all the time. */
  readonly wide: boolean;
  /** Where a document lies that was moved. */
  readonly moved: Map<string, string>;
  /** The number of the map that was told last. */
  atlas: number;
  /** How often each deed was done. */
  readonly counts: Map<string, number>;
}

type Deed = (day: Day) => Promise<void> | undefined;

const MOST_OPEN = 10;

/** Somebody writes in so many documents, and reads the others. */
const WRITTEN = 8;
const [LINES, TITLES] = [4, 2];

const somePath = ({ next, paths }: Day): string => pick(next, paths);
const notMoved = ({ moved }: Day, path: string): boolean => !moved.has(path);
const openPath = ({ editor, next }: Day): string | undefined =>
  editor.open.size === 0 ? undefined : pick(next, [...editor.open.keys()]);

/** A place in an open document that names another, mostly. */
function somePlace(day: Day): { path: string; offset: number } | undefined {
  const path = openPath(day);
  if (path === undefined) return undefined;
  const text = day.editor.open.get(path)!.getText();
  const lines = [...text.matchAll(/^(?=\S).{20,}$/gm)];
  const line = lines.length > 0 ? pick(day.next, lines) : undefined;
  return { path, offset: (line?.index ?? 0) + Math.floor(day.next() * (line?.[0].length ?? 1)) };
}

const opens: Deed = (day) => {
  const path = pick(day.next, day.wide ? day.paths : day.paths.slice(0, WRITTEN));
  if (!notMoved(day, path) || !day.editor.isThere(path)) return;
  if (day.editor.open.size >= MOST_OPEN) closes(day);
  day.editor.show(path);
};

/** Without saving: the text on disk is the one that counts again. */
const closes: Deed = (day) => {
  const path = openPath(day);
  if (path !== undefined) day.editor.close(path);
};

const saves: Deed = (day) => {
  const path = openPath(day);
  if (path === undefined || !day.editor.isThere(path)) return;
  day.editor.write([[path, day.editor.open.get(path)!.getText()]]);
  day.editor.client.tell('textDocument/didSave', { textDocument: { uri: day.editor.uri(path) } });
};

/**
 * Some letters, one at a time, of a title or of plain words, into the text as it was in the beginning. What can be typed, and where, has
 * an end that is soon met. With `wide` it has none: then the server meets new names all the time, which it is to forget again.
 */
const types: Deed = async (day) => {
  const { editor, next, originals, wide } = day;
  const path = openPath(day);
  const original = path === undefined ? undefined : originals.get(path);
  if (path === undefined || original === undefined) return;
  const { length } = editor.open.get(path)!.getText();
  if (editor.open.get(path)!.getText() !== original) editor.type(path, 0, length, original);
  const lines = [...original.matchAll(/^(?=\S).{20,}$/gm)];
  const line = pick(next, wide ? lines : lines.slice(0, LINES));
  const start = line.index + pick(next, [0, 10, line[0].length]);
  const title = pick(next, wide ? lines : lines.slice(0, TITLES))[0].slice(0, 60);
  const typed = pick(next, [` ${title}`, ` [[${title}]]`, ' and it holds', '\n\n', '? ', '. Why ', `\n\n- ${title}`]);
  let at = start;
  for (const letter of typed) editor.type(path, at++, 0, letter);
  await editor.client.ask('textDocument/completion', { ...positionOf(editor, path, at), context: { triggerKind: 1 } });
  if (next() < 0.7) editor.type(path, start, typed.length, '');
};

function positionOf(editor: Editor, path: string, offset: number): object {
  return { textDocument: { uri: editor.uri(path) }, position: editor.open.get(path)!.positionAt(offset) };
}

const asksAtPlace: Deed = async (day) => {
  const place = somePlace(day);
  if (!place) return;
  const at = positionOf(day.editor, place.path, place.offset);
  const method = pick(day.next, [
    'hover',
    'definition',
    'references',
    'documentHighlight',
    'prepareRename',
    'prepareCallHierarchy',
  ]);
  // To a place without a title a server may say no.
  await day.editor.client
    .ask(`textDocument/${method}`, { ...at, context: { includeDeclaration: true } })
    .catch(refused);
};

const asksOfText: Deed = async (day) => {
  const path = openPath(day);
  if (path === undefined) return;
  const { client, uri, open } = day.editor;
  const textDocument = { uri: uri(path) };
  const range = { start: { line: 0, character: 0 }, end: { line: open.get(path)!.lineCount, character: 0 } };
  const method = pick(day.next, [
    'documentLink',
    'documentSymbol',
    'codeLens',
    'inlayHint',
    'semanticTokens/full',
    'foldingRange',
    'codeAction',
  ]);
  await client
    .ask(`textDocument/${method}`, { textDocument, range, context: { diagnostics: [], triggerKind: 1 } })
    .catch(refused);
};

/** What can be asked of all documents, or of one among the others. */
function questions(day: Day): [method: string, params: object][] {
  const word = pick(day.next, day.originals.get(somePath(day))!.split(/\s+/));
  const at = day.editor.uri(somePath(day));
  return [
    ['workspace/symbol', { query: word }],
    ['noteCorpus/backlinks', { uri: at }],
    ['noteCorpus/related', { uri: at }],
    ['noteCorpus/findTitles', { uri: at, query: word }],
    ['noteCorpus/missingNotes', { limit: 100 }],
    ['noteCorpus/graph', { uri: at, depth: 2 }],
    ['noteCorpus/stats', { limit: 10 }],
    ['noteCorpus/orphans', { limit: 10 }],
    ['noteCorpus/findRelations', { uri: at, query: word }],
    ['noteCorpus/atlas', { uri: at, since: day.atlas }],
  ];
}

async function askOfCorpus(day: Day, [method, params]: [string, object]): Promise<void> {
  const answer = await day.editor.client.ask(method, params).catch(refused);
  if (method === 'noteCorpus/atlas') day.atlas = answer?.number ?? -1;
}

const asksOfCorpus: Deed = (day) => askOfCorpus(day, pick(day.next, questions(day)));

/** Everything is asked once, so that what is made when it is first asked for is there. */
export async function warmUp(day: Day): Promise<void> {
  for (const question of questions(day)) await askOfCorpus(day, question);
}

/** A title gets another name wherever it stands, and its own one back. */
const renames: Deed = async (day) => {
  const { editor } = day;
  const path = somePath(day);
  if (!notMoved(day, path) || !editor.isThere(path)) return;
  const wasOpen = editor.open.has(path);
  editor.show(path);
  await editor.settled();
  const text = editor.open.get(path)!.getText();
  const old = text.slice(titleAt(text)).split('\n')[0]!;
  for (const newName of [`${old.replace(/\?$/, '')} in another way?`, old]) {
    const now = editor.open.get(path)!.getText();
    const at = positionOf(editor, path, titleAt(now) + 1);
    const edit = await editor.client.ask('textDocument/rename', { ...at, newName }).catch(refused);
    if (!edit) break;
    editor.apply(edit);
    await editor.settled();
  }
  if (!wasOpen) editor.close(path);
};

/** Of a note the first line, of an inquiry the first one behind its header. */
const titleAt = (text: string): number => /^(?:INQUIRING LINE\s+)?/.exec(text)![0].length;

const moves: Deed = (day) => {
  const { editor, moved } = day;
  const path = somePath(day);
  const now = moved.get(path);
  if (editor.open.has(path) || (now === undefined && !editor.isThere(path))) return;
  if (now === undefined) moved.set(path, `moved/${path}`);
  else moved.delete(path);
  editor.move(now ?? path, moved.get(path) ?? path);
};

const removes: Deed = (day) => {
  const path = somePath(day);
  if (day.editor.open.has(path) || !notMoved(day, path)) return;
  if (day.editor.isThere(path)) day.editor.remove(path);
  else day.editor.write([[path, day.originals.get(path)!]]);
};

/** Another branch: many files at once are as they were in the beginning, or longer by a paragraph. */
const checksOut: Deed = (day) => {
  const { editor, next, originals, paths } = day;
  const from = Math.floor(next() * paths.length);
  const some = paths
    .slice(from, from + Math.ceil(paths.length / 5))
    .filter((path) => notMoved(day, path) && !editor.open.has(path));
  const more =
    next() < 0.5 ? '' : `\n\nOn another branch ${pick(next, ['clay', 'sand', 'silt'])} is what this is about.\n`;
  editor.write(some.map((path) => [path, originals.get(path)! + more]));
};

/** A request that is overtaken by an edit, or that cannot be answered in words, is no failure; one without an answer is. */
function refused(error: Error): undefined {
  if (/no answer|is gone/.test(error.message)) throw error;
}

const DEEDS: readonly [deed: Deed, name: string, weight: number][] = [
  [types, 'type', 30],
  [asksAtPlace, 'ask at a place', 20],
  [asksOfText, 'ask of a text', 15],
  [asksOfCorpus, 'ask of the corpus', 10],
  [opens, 'open', 8],
  [closes, 'close', 4],
  [saves, 'save', 5],
  [moves, 'move', 2],
  [removes, 'remove', 2],
  [renames, 'rename', 1.5],
  [checksOut, 'check out', 0.3],
];
const WHOLE = DEEDS.reduce((sum, [, , weight]) => sum + weight, 0);

export async function doSomething(day: Day): Promise<void> {
  let left = day.next() * WHOLE;
  const chosen = DEEDS.find(([, , weight]) => {
    left -= weight;
    return left < 0;
  });
  const [deed, name] = chosen ?? DEEDS[0]!;
  await deed(day);
  day.counts.set(name, (day.counts.get(name) ?? 0) + 1);
}
