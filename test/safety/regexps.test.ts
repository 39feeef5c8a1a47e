import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { type Literal, literalsIn, pumpsOf } from './regexps.ts';

// Texts of notes are of any length, and somebody else's: no regular expression may take more than in proportion.

const ROOT = join(import.meta.dirname, '../..');

/** Of what is repeated, in characters. It begins with few: what doubles with each character would never come back. */
const LENGTHS = [20, 250, 2_500];
/** Milliseconds: a linear search through the longest takes a twentieth of it. */
const SUSPICIOUS = 1;
/** Twice the text takes at most so many times as long. */
const MOST = 2.5;

/**
 * Those that are not linear, and why they need not be: what they are given is short, whatever a note says. By file and source.
 */
const ON_SHORT_TEXTS: Readonly<Record<string, string>> = {
  'client/edits/places.ts /\\/*$/': 'the path of a folder',
  'client/words.ts /\\B(?=(\\d{3})+$)/g': 'a number',
  'media/corpus/words.ts /\\B(?=(\\d{3})+$)/g': 'a number',
  'media/graph/filterPanel.ts /\\/+$/': 'the path of a folder that was picked',
  'server/core/edits/convert/blocks.ts /[\\r\\n]+$/': 'a line, which has one end',
  'server/core/edits/fileName.ts /[. ]+$/': 'a file’s name of at most 100 characters',
  'server/core/queries/anchors.ts /\\{#[^}]*\\}\\s*$/': 'at most 400 characters of a heading',
  'server/core/queries/prompt/evidence.ts /\\s+([.,;:])/g': 'a line of at most 1,200 characters',
  'server/core/queries/prompt/evidence.ts /^[\\s—–:,;.-]+|[\\s—–:,;.-]+$/g': 'a line of at most 1,200 characters',
  'server/core/syntax/tags.ts /^[\\s#]+|[\\s/]+$/g': 'at most 200 characters',
  'server/host/cli/arguments.ts /^(?:\\.\\/)+|^\\.$|\\/+$/g': 'what was typed behind `--folder`',
  'server/lsp/convert.ts /\\/+$/': 'the uri of a folder',
  'server/lsp/graphFilter.ts /\\/+$/': 'the path of a folder that was picked',
  'server/lsp/lists.ts /\\/+$/': 'the uri of a folder',
  'server/lsp/progress.ts /\\/+$/': 'the uri of a folder',
  'server/lsp/settings.ts /\\/+$/': 'the uri of a folder',
  'server/lsp/writing.ts /\\/+$/': 'the uri of a folder',
};

interface Found extends Literal {
  readonly path: string;
}

const found: Found[] = ['server', 'client', 'media']
  .flatMap((room) =>
    readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' }).map((path) => `${room}/${path}`),
  )
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts'))
  .sort()
  .flatMap((path) => literalsIn(readFileSync(join(ROOT, path), 'utf8')).map((each) => ({ ...each, path })));

/** Those that are put together when their modules are loaded, as in `dates.ts`. */
const composed: Found[] = [];
const Own = globalThis.RegExp;
globalThis.RegExp = new Proxy(Own, {
  construct: (own, [source, flags]) => {
    const made = new own(source, flags);
    const path = /\/((?:server|client)\/[\w/-]+\.ts):/.exec((new Error().stack ?? '').split('\n')[2] ?? '')?.[1];
    if (path) composed.push({ source: made.source, flags: made.flags, line: 0, path });
    return made;
  },
});
await import('../../server/core/index.ts');
await import('../../client/report/redact.ts');
globalThis.RegExp = Own;

/** Milliseconds of this thread to look for all matches, the best of some tries. */
function timeOf({ source, flags }: Literal, text: string, tries: number): number {
  const sought = new RegExp(source, `${flags.replace('g', '')}g`);
  let best = Number.POSITIVE_INFINITY;
  for (let nth = 0; nth < tries; nth++) {
    const before = cpu();
    text.replace(sought, '');
    best = Math.min(best, cpu() - before);
  }
  return best;
}

/** Milliseconds that this thread was at work: others may have the machine for a while. */
const cpu = (): number => process.threadCpuUsage().user / 1000;

/** What stands before and behind what is repeated: nothing, or what is neither. */
const SURROUNDINGS = [
  ['', ''],
  ['', '\u0001'],
  ['a\u0001', '\u0001'],
] as const;

const pumped = (piece: string, length: number, [before, behind]: readonly [string, string]): string =>
  before + piece.repeat(Math.ceil(length / piece.length)) + behind;

/** The piece that makes it take more than in proportion; undefined where none does. */
function slowPiece(each: Literal): string | undefined {
  for (const piece of pumpsOf(each.source)) {
    for (const around of SURROUNDINGS) {
      const length = LENGTHS.find((length) => timeOf(each, pumped(piece, length, around), 1) > SUSPICIOUS);
      if (length === undefined) continue;
      const [once, twice] = [length, length < 100 ? length + 4 : 2 * length].map((length) =>
        timeOf(each, pumped(piece, length, around), length < 100 ? 3 : 5),
      );
      if (twice! > SUSPICIOUS && twice! > MOST * once!)
        return `${JSON.stringify(piece)}: ${once!.toFixed(1)}, ${twice!.toFixed(1)} ms`;
    }
  }
  return undefined;
}

test('regular expressions are found at all, and what is not linear is', () => {
  assert.ok(found.length > 150, `${found.length}`);
  assert.deepEqual(literalsIn("const a = b / c / d; x = /a[/]b/g.test('/no/') // /no/\n/* /no/ */ `/no/`; f(/\\//u)"), [
    { source: 'a[/]b', flags: 'g', line: 1 },
    { source: '\\/', flags: 'u', line: 2 },
  ]);
  for (const source of ['(a+)+$', '\\s+$', 'a.*,.*!', '(?:a|a)*b', '#[^ ]*#!'])
    assert.notEqual(slowPiece({ source, flags: '', line: 0 }), undefined, source);
  for (const source of ['^\\s+', '[^#]*', 'a+b?', '(?<= )x'])
    assert.equal(slowPiece({ source, flags: '', line: 0 }), undefined, source);
});

test('each takes at most 2.5 times as long for a text twice as long, or is given short texts only', () => {
  assert.ok(composed.length >= 10, `${composed.length}`);
  const slow = [...found, ...composed].flatMap((each) => {
    const why = slowPiece(each);
    return why === undefined ? [] : [{ key: `${each.path} /${each.source}/${each.flags}`, at: each.line, why }];
  });
  assert.deepEqual(
    Object.keys(ON_SHORT_TEXTS).filter((key) => !slow.some((each) => each.key === key)),
    [],
    'are linear by now, or gone',
  );
  assert.deepEqual(
    slow.filter(({ key }) => !(key in ON_SHORT_TEXTS)).map(({ key, at, why }) => `${key} (line ${at}) on ${why}`),
    [],
  );
});
