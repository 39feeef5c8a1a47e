import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { test } from 'node:test';
import { DIAGNOSTIC_CODES } from '../server/core/index.ts';
import { settingOf } from '../server/lsp/settings.ts';
import * as protocol from '../server/protocol.ts';

// The house rules (ARCHITECTURE.md) that no compiler holds. Each says what is wrong, and where.

const ROOT = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** Files of the project by path, those of other people left out. */
function filesIn(...folders: readonly string[]): string[] {
  return folders.flatMap((folder) => {
    if (!existsSync(join(ROOT, folder))) return [];
    return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      const foreign = ['node_modules', 'dist', 'pictures', 'run', '.vscode-test'].includes(entry.name);
      if (entry.isDirectory()) return foreign ? [] : filesIn(path);
      return [path];
    });
  });
}

const isCode = (path: string): boolean => /\.(ts|mjs)$/.test(path);
const SOURCES = filesIn('server', 'client', 'media').filter(isCode);
const TESTS = filesIn('test').filter(isCode);

interface Import {
  readonly from: string;
  /** A path in the project, or the name of a package. */
  readonly to: string;
}

/** What a file imports, for its types too. */
function importsOf(from: string): Import[] {
  const statement = /^(?:import|export)\s(?:[\w\s*{},]*?\sfrom\s)?\s*'([^']+)'/gm;
  const call = /\bimport\(\s*'([^']+)'/g;
  const text = read(from);
  return [...text.matchAll(statement), ...text.matchAll(call)].map(([, to]) => {
    return { from, to: to!.startsWith('.') ? posix.join(posix.dirname(from), to!) : to! };
  });
}

const IMPORTS = SOURCES.flatMap(importsOf);
const isOurs = ({ to }: Import): boolean => /^(server|client|media|test|package\.json)\b/.test(to);
const drawn = (imports: readonly Import[]): string[] => imports.map(({ from, to }) => `${from} imports ${to}`);

test('imports are found at all', () => {
  assert.ok(IMPORTS.length > 100);
  assert.deepEqual(
    IMPORTS.filter(isOurs).filter(({ to }) => !existsSync(join(ROOT, to))),
    [],
  );
});

/** From left to right: each may know those before it, and itself. */
const LAYERS = [
  'server/core/text/',
  'server/core/syntax/',
  'server/core/index/',
  'server/core/queries/',
  'server/core/edits/',
  'server/lsp/',
  'server/host/',
];

test('layers point one way: text ← syntax ← index ← queries ← edits ← lsp ← host', () => {
  const layerOf = (path: string): number => LAYERS.findIndex((layer) => path.startsWith(layer));
  const wrong = IMPORTS.filter(({ from, to }) => layerOf(from) >= 0 && layerOf(to) > layerOf(from));
  assert.deepEqual(drawn(wrong), []);
});

test('the core has one face: others know its index.ts only', () => {
  const inCore = (path: string): boolean => path.startsWith('server/core/');
  const wrong = IMPORTS.filter(({ from, to }) => !inCore(from) && inCore(to) && to !== 'server/core/index.ts');
  assert.deepEqual(drawn(wrong), []);
});

test('the core knows itself, the Markdown parser, YAML, the fuzzy matcher, forces and communities, and nothing else', () => {
  const known = /^(server\/core\/.*|unified|remark-[a-z-]+|mdast|yaml|fuse\.js|d3-force|graphology-.*)$/;
  assert.deepEqual(drawn(IMPORTS.filter(({ from, to }) => from.startsWith('server/core/') && !known.test(to))), []);
});

/** A package, and the only places that may import it. */
const WALLS: readonly [packages: RegExp, only: RegExp][] = [
  [/^fuse\.js$/, /^(server\/core\/index|media\/graph)\/search\.ts$/],
  [/^(unified|remark-.*)$/, /^server\/core\/syntax\/remark\.ts$/],
  [/^(vscode-languageserver.*|vscode-jsonrpc.*)$/, /^server\/(lsp|host)\//],
  [/^(vscode|vscode-languageclient.*)$/, /^client\//],
  [/^node:/, /^server\/host\//],
  [/^d3-/, /^(media\/graph\/|server\/core\/queries\/atlas\/discs\.ts$)/],
  [/^twgl\.js$/, /^media\/graph\/map\/linesGl\.ts$/],
  [/^graphology/, /^server\/core\/queries\/atlas\/communities\.ts$/],
];

for (const [packages, only] of WALLS) {
  test(`${packages.source} is imported in ${only.source} only`, () => {
    assert.deepEqual(drawn(IMPORTS.filter(({ from, to }) => packages.test(to) && !only.test(from))), []);
  });
}

test('client and media import of the project only themselves, protocol.ts and the messages of the pages', () => {
  const shared = ['server/protocol.ts', 'media/graph/messages.ts', 'media/corpus/messages.ts'];
  const wrong = IMPORTS.filter(isOurs).filter(({ from, to }) => {
    const [room] = from.split('/');
    return room !== 'server' && !to.startsWith(`${room}/`) && !shared.includes(to);
  });
  assert.deepEqual(drawn(wrong), []);
});

test('protocol.ts imports nothing but its own parts, and they nothing but it', () => {
  const isPart = (path: string): boolean => /^server\/protocol(\.ts|\/\w+\.ts)$/.test(path);
  assert.deepEqual(drawn(IMPORTS.filter(({ from, to }) => isPart(from) && !isPart(to))), []);
});

test('small rooms: no file of more than 300 lines, and the median is about 100', () => {
  const linesOf = (path: string): number => read(path).split('\n').length - 1;
  const styles = filesIn('media').filter((path) => path.endsWith('.css'));
  assert.deepEqual(
    [...SOURCES, ...styles].filter((path) => linesOf(path) > 300),
    [],
  );
  const median = SOURCES.map(linesOf).sort((a, b) => a - b)[Math.floor(SOURCES.length / 2)]!;
  assert.ok(median <= 120, `the median is ${median} lines`);
});

test('no file is named after nothing in particular', () => {
  const vague = /(^|\/)(utils?|helpers?|common|misc|shared|tools?)\.[a-z]+$/i;
  assert.deepEqual(
    [...SOURCES, ...TESTS].filter((path) => vague.test(path)),
    [],
  );
});

const manifest = JSON.parse(read('package.json'));

test('every setting that the server reads is in the manifest, with its default', () => {
  const sections = [manifest.contributes.configuration].flat() as {
    properties: Record<string, { default?: unknown }>;
  }[];
  const settings = Object.assign({}, ...sections.map(({ properties }) => properties));
  const wanted: Record<string, unknown> = {
    corpus: 'auto',
    exclude: [],
    'mentions.minimumWords': 3,
    'diagnostics.ignoredTitles': {},
    'completion.form': 'wikilink',
    'completion.prose': true,
    'codeLens.enabled': true,
    'inlayHints.enabled': true,
    'rename.keepAlias': true,
    'links.updateOnMove': true,
    'lists.updateOnSave': false,
    'prompt.staleAfterMonths': 12,
    'prompt.markStale': false,
    'prompt.maximumLength': 100_000,
    'relations.citedTogether': 3,
    'convert.wikilinks': true,
  };
  for (const code of DIAGNOSTIC_CODES) wanted[`diagnostics.${settingOf(code)}`] = undefined;
  for (const [name, initial] of Object.entries(wanted)) {
    const setting = settings[`noteCorpus.${name}`];
    assert.ok(setting, `noteCorpus.${name} is in contributes.configuration`);
    if (initial !== undefined) assert.deepEqual(setting.default, initial, name);
  }
});

test('every command in the manifest is registered in the client, and no other', () => {
  const code = filesIn('client').filter(isCode).map(read).join('\n');
  const registered = [...code.matchAll(/registerCommand\(\s*['"](noteCorpus\.[^'"]+)['"]/g)].map(([, name]) => name!);
  const declared = (manifest.contributes?.commands ?? []).map(({ command }: { command: string }) => command);
  assert.deepEqual(
    declared.filter((name: string) => !registered.includes(name)),
    [],
    'declared, not registered',
  );
  for (const { command } of Object.values(manifest.contributes?.menus ?? {}).flat() as { command?: string }[]) {
    assert.ok(command === undefined || declared.includes(command), `a menu shows ${command}, which is no command`);
  }
});

test('every request of ours is answered by the server, or asked by it and answered by the client', () => {
  const names = Object.keys(protocol).filter((name) => /(Request|Notification)$/.test(name));
  assert.ok(names.length >= 7);
  const server = filesIn('server/lsp').filter(isCode).map(read).join('\n');
  const asked = read('server/host/workerFolder.ts');
  const told = read('server/lsp/session.ts');
  const client = filesIn('client').filter(isCode).map(read).join('\n');
  for (const name of names) {
    const word = new RegExp(`\\b${name}\\b`);
    assert.ok(
      [server, asked, told].some((text) => word.test(text)),
      `${name} is known to the server`,
    );
    if (client) assert.ok(word.test(client), `${name} is known to the client`);
  }
});

test('nothing is left lying about: homes, switched-off tests, intentions', () => {
  const left: readonly [what: string, pattern: RegExp][] = [
    ['somebody’s home', /(?<![\w.])\/(home|Users|root)\/(?!me\b|you\b|ada\b)\w+/],
    ['a test that stands alone', /\b(test|describe|it)\.only\b|\bonly: true/],
    ['a test that is switched off', /\b(test|describe|it)\.(skip|todo)\b|\b(skip|todo): true/],
    ['a skip without a reason', /\bt\.skip\(\)/],
    // In two words, so that this line is none.
    ['an intention', new RegExp(`\\b(TO${'DO'}|FIX${'ME'}|XX${'X'})\\b`)],
    ['a debugger', /^\s*debugger;|console\.log\(.*DEBUG/m],
  ];
  const found = [...SOURCES, ...TESTS].flatMap((path) =>
    read(path)
      .split('\n')
      .flatMap((line, at) =>
        left
          .filter(([, pattern]) => pattern.test(line))
          .map(([what]) => `${path}:${at + 1} has ${what}: ${line.trim()}`),
      ),
  );
  assert.deepEqual(found, []);
});
