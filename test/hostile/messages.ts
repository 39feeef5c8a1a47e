import { pathToFileURL } from 'node:url';
import { hostileDocuments } from './documents.ts';

/** What the fuzzer knows of the server: what is open, in which version, and what it has asked. */
export interface World {
  readonly random: () => number;
  readonly root: string;
  readonly spoils: boolean;
  readonly uris: readonly string[];
  readonly texts: readonly string[];
  readonly opening: readonly object[];
  readonly open: Map<string, { version: number; text: string }>;
  id: number;
}

const PATHS = ['rain.txt', 'mud.txt', 'clay.md', 'new.md', 'a b.md', 'deep/er.md', '🐝.md', 'no.png', '../out.md', ''];

/** @param spoils whether some messages are spoiled, or none of the protocol */
export function worldOf(root: string, random: () => number, spoils: boolean): World {
  const folder = pathToFileURL(root).href;
  const uris = [
    ...PATHS.map((path) => `${folder}/${encodeURI(path)}`),
    'untitled:a',
    'nonsense',
    'file:////x//../y',
    '',
  ];
  const texts = hostileDocuments()
    .filter(({ bytes }) => bytes.length < 4000)
    .map(({ bytes }) => Buffer.from(bytes).toString('utf8'));
  const opening = [
    {
      ...{ jsonrpc: '2.0', id: 'first', method: 'initialize' },
      params: {
        processId: null,
        rootUri: folder,
        capabilities: { workspace: { configuration: true, workspaceFolders: true } },
      },
    },
    { jsonrpc: '2.0', method: 'initialized', params: {} },
  ];
  return { random, root, spoils, uris, texts, opening, open: new Map(), id: 0 };
}

const below = ({ random }: World, count: number): number => Math.floor(random() * count);
const oneOf = <T>(world: World, all: readonly T[]): T => all[below(world, all.length)]!;

/** Requests of the protocol and our own, by what they want to know. */
const AT_PLACE = [
  ...['hover', 'definition', 'references', 'documentHighlight', 'completion', 'prepareRename', 'linkedEditingRange'],
  ...['prepareCallHierarchy', 'rename', 'selectionRange'],
].map((each) => `textDocument/${each}`);
const OF_DOCUMENT = [
  ...['documentLink', 'documentSymbol', 'foldingRange', 'codeLens', 'inlayHint', 'codeAction', 'willSaveWaitUntil'],
  ...['semanticTokens/full', 'semanticTokens/range', 'semanticTokens/full/delta'],
].map((each) => `textDocument/${each}`);
const OURS = [
  ...[
    'backlinks',
    'missingNotes',
    'missingPlaces',
    'graph',
    'status',
    'newNote',
    'newInquiry',
    'findTitles',
    'linkTo',
    'prompt',
  ],
  ...[
    'writePrompt',
    'stats',
    'rename',
    'moveFiles',
    'updateLists',
    'convert',
    'related',
    'relations',
    'addRelated',
    'fillNext',
  ],
].map((each) => `noteCorpus/${each}`);
const RESOLVE = [
  'completionItem/resolve',
  'codeAction/resolve',
  'codeLens/resolve',
  'inlayHint/resolve',
  'callHierarchy/incomingCalls',
];

/** Values that nobody expects. */
const ODD: readonly unknown[] = [
  ...[
    null,
    true,
    -1,
    0,
    1.5,
    2 ** 31,
    -(2 ** 31),
    1e308,
    '',
    'x',
    '\u0000',
    '\ud800',
    '__proto__',
    [],
    {},
    [null],
    { a: {} },
  ],
  ...[{ uri: 5 }, { line: 'x', character: null }, { start: 1 }, 'a'.repeat(5000), Array.from({ length: 300 }, () => 0)],
];

const NUMBERS = [0, 1, 2, 5, 30, 1000, 2 ** 31 - 1, -1, 0.5, 2 ** 53];
const position = (world: World): object =>
  world.random() < 0.9
    ? { line: below(world, 12), character: below(world, 60) }
    : { line: oneOf(world, NUMBERS), character: oneOf(world, NUMBERS) };
const range = (world: World): object => ({ start: position(world), end: position(world) });

/** The next messages, as they go over the wire: most are in order, some are not, some are no messages at all. */
export function nextMessages(world: World): string[] {
  const roll = world.random();
  if (roll < 0.4) return [edit(world)].flat().map((each) => JSON.stringify(each));
  if (roll < 0.93 || !world.spoils) return [JSON.stringify(ask(world))];
  if (roll < 0.97)
    return [JSON.stringify(spoiled(world, (world.random() < 0.5 ? edit(world)[0] : undefined) ?? ask(world)))];
  return [
    oneOf(world, ['{}', '[]', 'null', '5', '""', '{"jsonrpc":"2.0","id":{}}', '{"jsonrpc":"2.0","method":5,"id":1}']),
  ];
}

const notify = (method: string, params: unknown): object => ({ jsonrpc: '2.0', method, params });

/** Something happens to a document or a file. */
function edit(world: World): object[] {
  const uri = oneOf(world, world.uris);
  const known = world.open.get(uri);
  const textDocument = { uri, version: known ? known.version + 1 : below(world, 9) };
  switch (below(world, 10)) {
    case 0: {
      const text = oneOf(world, world.texts);
      world.open.set(uri, { version: textDocument.version, text });
      return [notify('textDocument/didOpen', { textDocument: { ...textDocument, languageId: 'markdown', text } })];
    }
    case 1:
      world.open.delete(uri);
      return [notify('textDocument/didClose', { textDocument })];
    case 2:
      return [notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 1 + below(world, 4) }] })];
    case 3:
      return [
        notify('textDocument/didSave', { textDocument }),
        notify('textDocument/willSave', { textDocument, reason: 1 }),
      ];
    case 4:
      return [notify('$/cancelRequest', { id: below(world, world.id + 1) })];
    case 5:
      if (below(world, 8) > 0) return [];
      return [notify('workspace/didChangeConfiguration', { settings: null })];
    default: {
      if (known && world.random() < 0.95) known.version++;
      const contentChanges = Array.from({ length: 1 + below(world, 3) }, () => {
        const text = world.random() < 0.7 ? oneOf(world, world.texts).slice(0, below(world, 40)) : '';
        return world.random() < 0.05 ? { text } : { range: range(world), text };
      });
      return [notify('textDocument/didChange', { textDocument, contentChanges })];
    }
  }
}

/** A question, whose parameters are at least of the right shape. */
function ask(world: World): object {
  const id = world.id++;
  const uri = oneOf(world, world.uris);
  const textDocument = { uri };
  const method = oneOf(world, [
    ...AT_PLACE,
    ...OF_DOCUMENT,
    ...OURS,
    ...RESOLVE,
    'workspace/symbol',
    'workspace/willRenameFiles',
  ]);
  const words = oneOf(world, world.texts).slice(0, 30);
  const params = {
    ...{
      textDocument,
      uri,
      position: position(world),
      positions: [position(world)],
      range: range(world),
      query: words,
    },
    ...{
      context: { includeDeclaration: true, diagnostics: [], triggerKind: 1 },
      newName: words,
      title: words,
      words,
      corpus: uri,
    },
    ...{
      files: [{ oldUri: uri, newUri: oneOf(world, world.uris) }],
      uris: [uri],
      to: 'markdown',
      limit: 5,
      depth: 1,
      kind: 'note',
    },
    ...{
      data: oneOf(world, ODD),
      item: { uri, range: range(world), data: oneOf(world, ODD) },
      label: words,
      previousResultId: 'x',
    },
    ...{
      withSources: true,
      make: true,
      now: '2026-01',
      oldUri: uri,
      newUri: uri,
      targets: [words],
      focus: null,
      top: 3,
    },
  };
  return { jsonrpc: '2.0', id, method, params };
}

/** A message in which something is another thing, or missing. */
function spoiled(world: World, message: object): object {
  const copy = structuredClone(message) as Record<string, unknown>;
  let at = copy;
  for (let depth = below(world, 4); depth >= 0; depth--) {
    const keys = Object.keys(at).filter((key) => !['jsonrpc', 'id', 'method'].includes(key));
    if (keys.length === 0) break;
    const key = oneOf(world, keys);
    const value = at[key];
    if (depth > 0 && typeof value === 'object' && value !== null) at = value as Record<string, unknown>;
    else {
      if (world.random() < 0.3) delete at[key];
      else at[key] = oneOf(world, ODD);
      break;
    }
  }
  return copy;
}
