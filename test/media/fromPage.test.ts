import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fromPage } from '../../client/graph/fromPage.ts';
import { forged } from './forged.ts';

const hostile = '</script><img src=x onerror="alert(1)">';

test('what the page may say', () => {
  const messages: unknown[] = [
    { type: 'ready' },
    { type: 'draw', arrangement: 'lanes', filter: {} },
    { type: 'draw', arrangement: 'map', filter: { kinds: ['note'], folder: 'a/b' }, since: 7 },
    { type: 'walk', id: hostile },
    { type: 'open', id: 'a.md', beside: true },
    { type: 'depth', depth: 5 },
    { type: 'pin', pinned: true },
    { type: 'full', id: null },
    { type: 'remember', state: { list: true } },
    { type: 'saveView', state: {} },
    { type: 'forgetView', name: 'Mine' },
    { type: 'details', id: 'a.md' },
    { type: 'sentences', id: 'a.md', others: ['b.md'] },
    { type: 'reveal', id: 'a.md' },
    { type: 'copyTitle', id: 'a.md' },
    { type: 'copyLink', id: 'a.md' },
    { type: 'createNote', id: 'missing:B' },
    { type: 'find', query: 'mud' },
    { type: 'expand', id: 'a.md' },
    { type: 'export', format: 'svg', data: '<svg xmlns="http://www.w3.org/2000/svg"></svg>' },
    { type: 'export', format: 'png', data: 'iVBORw0KGgoAAA==' },
  ];
  for (const message of messages) assert.deepEqual(fromPage(message), message);
});

test('what is nearly that has no effect', () => {
  const messages: unknown[] = [
    { type: 'run', command: 'workbench.action.quit' },
    { type: 'draw', arrangement: 'spiral', filter: {} },
    { type: 'draw', arrangement: 'map', filter: { kinds: ['dragon'] } },
    { type: 'draw', arrangement: 'map', filter: {}, since: -1 },
    { type: 'draw', arrangement: 'map' },
    { type: 'walk', id: '' },
    { type: 'walk', id: ['a.md'] },
    { type: 'depth', depth: 6 },
    { type: 'depth', depth: 1.5 },
    { type: 'pin', pinned: 1 },
    { type: 'full' },
    { type: 'remember', state: null },
    { type: 'remember', state: [1] },
    { type: 'forgetView', name: '' },
    { type: 'sentences', id: 'a.md', others: [1] },
    { type: 'export', format: 'svg', data: 'no picture' },
    { type: 'export', format: 'png', data: '<svg ></svg>' },
    { type: 'export', format: 'html', data: '<html></html>' },
  ];
  for (const message of messages) assert.equal(fromPage(message), undefined, JSON.stringify(message));
});

test('a picture that would run something, or fetch something, is none', () => {
  const svg = (inside: string): string => `<svg xmlns="http://www.w3.org/2000/svg" width="8">${inside}</svg>`;
  const kept = [
    '<defs><marker id="a" orient="auto" refX="1"><path d="M0 0L1 1"/></marker></defs>',
    '<g transform="translate(1 2)" opacity="0.35"><path d="M0 0" marker-end="url(#a)"/></g>',
    '<text font-family="&quot;Fira Sans&quot;, x"><tspan x="1">onload= href= &#60;script&#62; &lt;a&gt;</tspan></text>',
  ];
  const refused = [
    '<script>alert(1)</script>',
    '<a href="https://example.org/">x</a>',
    '<image href="https://example.org/x.png"/>',
    '<foreignObject><body/></foreignObject>',
    '<style>@import "https://example.org"</style>',
    '<path onload="alert(1)"/>',
    '<path d="M0 0" ONCLICK="alert(1)"/>',
    '<path style="background:url(https://example.org)"/>',
    '<path fill="url(https://example.org/#a)"/>',
    '<g\u000conload="alert(1)"/>',
    '<!-- x -->',
    '<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]>',
    '<?xml-stylesheet href="https://example.org"?>',
    '<![CDATA[<script>]]>',
    '<path d=x onload=alert(1)>',
    '<',
  ];
  const exported = (data: string): boolean => fromPage({ type: 'export', format: 'svg', data }) !== undefined;
  for (const each of kept) assert.equal(exported(svg(each)), true, each);
  for (const each of refused) assert.equal(exported(svg(each)), false, each);
  assert.equal(exported('<svg xmlns="http://www.w3.org/2000/svg"/>'), true);
  assert.equal(exported('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), false);
});

test('what is too large has no effect', () => {
  const ids = Array.from({ length: 201 }, (_, at) => `${at}.md`);
  const messages: unknown[] = [
    { type: 'remember', state: { walk: 'x'.repeat(64 * 1024) } },
    { type: 'saveView', state: { walk: 'x'.repeat(64 * 1024) } },
    { type: 'sentences', id: 'a.md', others: ids },
    { type: 'walk', id: 'x'.repeat(20_001) },
    { type: 'find', query: 'x'.repeat(501) },
    { type: 'export', format: 'svg', data: `<svg ${'x'.repeat(64 * 1024 * 1024)}>` },
  ];
  for (const message of messages) assert.equal(fromPage(message), undefined);
  assert.deepEqual(fromPage({ type: 'sentences', id: 'a.md', others: ids.slice(1) })?.type, 'sentences');
});

test('what is remembered is plain data, whatever it was', () => {
  const circle: Record<string, unknown> = {};
  circle.self = circle;
  assert.equal(fromPage({ type: 'remember', state: circle }), undefined);
  assert.equal(fromPage({ type: 'remember', state: { big: 1n } }), undefined);
  assert.deepEqual(fromPage({ type: 'remember', state: { a: () => 1, b: [undefined] } }), {
    type: 'remember',
    state: { b: [null] },
  });
});

test('ten thousand forged messages: nothing is thrown, and what comes through is exactly a message', () => {
  fc.assert(
    fc.property(forged, (value) => {
      const read = fromPage(value);
      if (read === undefined) return;
      assert.deepEqual(fromPage(read), read);
      assert.equal(read.type, (value as { type: unknown }).type);
    }),
    { numRuns: 10_000 },
  );
});
