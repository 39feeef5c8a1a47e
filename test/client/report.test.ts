import assert from 'node:assert/strict';
import { test } from 'node:test';
import { remember } from '../../client/report/errors.ts';
import { findingsByCode } from '../../client/report/findings.ts';
import { aboutLog, hearLog } from '../../client/report/hearLog.ts';
import { redacted } from '../../client/report/redact.ts';
import { type Facts, reportOf } from '../../client/report/report.ts';
import { changedSettings } from '../../client/report/settings.ts';

const REQUESTS = new Set(['hover', 'noteCorpus/graph']);

const HOSTILE = [
  'Why my salary is 4,200 a month',
  'hover',
  'TypeError: my secret',
  'my secret\n    at my secret (/home/me/my secret/server.cjs:1:2)',
  'ENOENT my secret',
  '/home/me/my secret/diary.md',
  'C:\\Users\\me\\my secret\\server.cjs:3:4',
  'my secret.server.cjs:5:6)',
  '$& $1 my secret \\u0000 <b>my secret</b> [my secret](command:x)',
  'm\u0443 s\u0435cret\u202e',
];

/** What may stand in what was redacted, and nothing else. */
const HARMLESS =
  /^(?:(?:hover|noteCorpus\/graph): )?(?:\w*Error|a message)(?: E[A-Z_]+)?(?: at(?: [\w-]+\.c?js:\d+:\d+)+)?$/;

test('of an error its request, its kind, its code and its places are told', () => {
  const stack = [
    "hover: Error: ENOENT: no such file or directory, open '/home/me/diary.md'",
    '    at Ke.read (/home/me/.vscode/extensions/note-corpus-0.1.0/dist/server.cjs:12:345)',
    '    at async /home/me/.vscode/extensions/note-corpus-0.1.0/dist/server.cjs:6:78',
    '    at node:internal/process/task_queues:104:5',
    '    at other (/home/me/project/diary.js:1:1)',
  ].join('\n');
  assert.equal(redacted(stack, REQUESTS), 'hover: Error ENOENT at server.cjs:12:345 server.cjs:6:78');
  assert.equal(redacted('The server went down (file:///home/me/diary.md).', REQUESTS), 'The server went down');
  assert.equal(redacted('My server went down (file:///home/me/diary.md).', REQUESTS), 'a message');
});

test('whatever a title says, wherever it stands in an error, no word of it is told', () => {
  for (const title of HOSTILE) {
    const messages = [
      title,
      `hover: TypeError: “${title}” is no function\n    at ${title} (/x/dist/server.cjs:1:2)`,
      `${title}: RangeError: ${title}`,
      `noteCorpus/graph: ${title}\n    at f (/x/${title}/dist/server.cjs:9:9)`,
    ];
    for (const message of messages) {
      const told = redacted(message, REQUESTS);
      assert.match(told, HARMLESS, JSON.stringify(message));
      assert.doesNotMatch(told, /secret|salary|home|me\b|diary/, JSON.stringify(message));
    }
  }
});

test('a log that is heard goes on as it was, and the report has each error once', () => {
  const written: string[] = [];
  const channel = Object.freeze({
    logLevel: 3,
    error: (message: unknown) => written.push(`error ${message}`),
    warn: (message: unknown) => written.push(`warn ${message}`),
    info: (message: unknown) => written.push(`info ${message}`),
  });
  const heard = hearLog(channel as never);
  for (const title of HOSTILE) heard.log.error(`definition: TypeError: ${title.replaceAll('\n', ' ')}`);
  heard.log.warn('The server went down (file:///home/me/diary.md).');
  heard.log.info('Skipped diary.md: it is UTF-16 text.');
  assert.equal(written.length, HOSTILE.length + 3);
  assert.equal(written[0], `info ${aboutLog}`, 'what may be in it is said first');
  assert.equal(heard.log.logLevel, 3);
  for (const { what } of heard.errors)
    assert.match(what, /^definition: TypeError( ENOENT)?$|^The server went down$|^a message$/);
  assert.equal(
    heard.errors.reduce((sum, { times }) => sum + times, 0),
    HOSTILE.length + 1,
  );
  assert.doesNotMatch(JSON.stringify(heard.errors), /secret|salary|diary/);
});

test('twenty errors are remembered, the last ones', () => {
  let told: ReturnType<typeof remember> = [];
  for (let at = 0; at < 50; at++) told = remember(told, `error ${at}`, at);
  assert.deepEqual([told.length, told[0]!.what, told.at(-1)!.what], [20, 'error 30', 'error 49']);
});

test('settings: what differs from the default, and its value only where it can be nothing of the person’s own', () => {
  const schemas = {
    corpus: { type: 'string', enum: ['auto', 'always'], default: 'auto' },
    words: { type: 'integer', default: 3 },
    lens: { type: 'boolean', default: true },
    same: { type: 'integer', default: 7 },
    exclude: { type: 'array', default: [] },
    ignored: { type: 'object', default: {} },
    odd: { type: 'string', enum: ['on', 'off'], default: 'on' },
  };
  const values: Record<string, unknown> = {
    ...{ corpus: 'always', words: 4, lens: false, same: 7, odd: 'my secret' },
    ...{ exclude: ['my secret/'], ignored: { 'my secret': true } },
  };
  assert.deepEqual(
    changedSettings(schemas, (name) => values[name]),
    ['corpus: always', 'words: 4', 'lens: false', 'exclude: set', 'ignored: set', 'odd: set'],
  );
});

test('findings are counted by codes of ours, whatever others say in our name', () => {
  const of = (code: unknown, source = 'note-corpus') => ({ source, code });
  const findings = [
    of('dangling-reference'),
    of('broken-link'),
    of('dangling-reference'),
    of('my secret'),
    of({ value: 'my secret', target: 'x' }),
    of('dangling-reference', 'others'),
    of('ignored-titles-of-my-secret'),
    of(7),
    {},
  ];
  const settings = [
    'noteCorpus.corpus',
    'noteCorpus.diagnostics.danglingReference',
    'noteCorpus.diagnostics.brokenLink',
  ];
  assert.deepEqual(
    [...findingsByCode(findings, settings)],
    [
      ['dangling-reference', 2],
      ['broken-link', 1],
    ],
  );
});

test('a report', () => {
  const facts: Facts = {
    versions: ['Note Corpus 0.1.0', 'VS Code 1.120.0 (desktop)', 'linux x64, Node 22.1.0'],
    state: 'running',
    corpora: [
      { isCorpus: true, inquiries: 4, notes: 1200, pages: 1, missing: 7, skipped: 2 },
      { isCorpus: false, inquiries: 0, notes: 0, pages: 3, missing: 0, skipped: 0 },
    ],
    findings: new Map([
      ['source-order', 1],
      ['dangling-reference', 1234],
    ]),
    settings: ['noteCorpus.corpus: always'],
    server: { readings: [{ milliseconds: 87.4, files: 1210, read: 3, cache: true }], megabytes: 93 },
    leftOut: 1,
    crashes: [Date.UTC(2026, 10, 21, 14, 30), Date.UTC(2026, 10, 21, 14, 31)],
    errors: [{ at: Date.UTC(2026, 10, 21, 14, 30), what: 'hover: TypeError at server.cjs:1:2', times: 3 }],
  };
  assert.equal(
    reportOf(facts),
    `# Note Corpus: Report

There is no text, title or path of a note in this report. Look through it before you give it to anybody.

## Versions

- Note Corpus 0.1.0
- VS Code 1.120.0 (desktop)
- linux x64, Node 22.1.0

## State

- running
- 1 document left out
- 2 crashes of the server, 2026-11-21 14:30, 2026-11-21 14:31

## Folders

- folder 1: 4 inquiries, 1,200 notes, 1 page, 7 missing notes, 2 files not read
- folder 2: no corpus

## Readings

- 1,210 files, 3 of them read, the others known from the cache: 87 ms

## Memory

- 93 MB in the server

## Findings

- dangling-reference: 1,234
- source-order: 1

## Settings that are not as by default

- noteCorpus.corpus: always

## Last errors, in codes and places of our own programs

- 2026-11-21 14:30 hover: TypeError at server.cjs:1:2 (3 times)
`,
  );
});
