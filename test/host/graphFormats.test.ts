import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { shell } from './console.ts';
import { makeFolder } from './folder.ts';

const HARD = [
  '</script><script>alert(1)</script>',
  '<!-- <![CDATA[ ]]> --> &amp; &#0; <?xml?>',
  `quotes " ' and \\ and \u2028 and \u202e rtl`,
  'bees \ud83d\udc1d and half a bee \ud83d, a bell \u0007 and \uffff',
  'x'.repeat(10_000),
  'שלום',
];

/** A corpus of hard titles, each of which names the next, and one that nobody has. */
function hardCorpus(t: Parameters<typeof makeFolder>[0]): string {
  const folder = makeFolder(t);
  for (const [at, title] of HARD.entries()) {
    const next = `[a](${(at + 1) % HARD.length}.md)`;
    const matter = `---\nkind: note\ntitle: ${JSON.stringify(title)}\ntags: [${JSON.stringify(title.slice(0, 90))}]\n---\n`;
    const related = `## Related concepts in this collection\n\n- ${next}\n  It.\n  <grounds> & "so": ${title.slice(0, 50)}\n`;
    folder.write(`corpus/${at}.md`, `${matter}\nSee ${next} and [[<nobody> & "no one"]].\n\n${related}`);
  }
  return folder.root;
}

/**
 * Reads XML strictly, as far as our formats go: declaration, elements, attributes in double quotes, text, character references. Answers
 * its elements, by name; throws where it is not well-formed.
 */
function elementsOf(xml: string): ReadonlyMap<string, readonly ReadonlyMap<string, string>[]> {
  // https://www.w3.org/TR/xml/#charsets
  assert.equal(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.exec(xml), null);
  const found = new Map<string, ReadonlyMap<string, string>[]>();
  const open: string[] = [];
  const token = /<\?xml [^<>?]*\?>\n|<([\w:]+)((?: [\w:.]+="[^"<]*")*)(\/?)>|<\/([\w:]+)>|[^<]+/gy;
  let end = 0;
  for (const [text, name, attributes, closed, ends] of xml.matchAll(token)) {
    assert.match(text, /^(?:[^&]|&#\d+;)*$/);
    end += text.length;
    if (name !== undefined) {
      const pairs = [...attributes!.matchAll(/ ([\w:.]+)="([^"]*)"/g)].map(([, key, value]): [string, string] => [
        key!,
        value!.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code))),
      ]);
      assert.equal(new Set(pairs.map(([key]) => key)).size, pairs.length);
      found.set(name, [...(found.get(name) ?? []), new Map(pairs)]);
      if (!closed) open.push(name);
    } else if (ends !== undefined) assert.equal(open.pop(), ends);
  }
  assert.deepEqual([end, open], [xml.length, []]);
  return found;
}

/** As XML can tell it. */
const told = (title: string): string => title.replace('\ud83d,', '\ufffd,').replace(/[\u0007\uffff]/g, '\ufffd');

for (const format of ['gexf', 'graphml']) {
  test(`${format} is well-formed whatever the titles, and tells nodes and edges`, (t) => {
    const root = hardCorpus(t);
    const { stdout, code } = shell(`note-corpus graph corpus --format ${format}`, root);
    assert.equal(code, 0);
    const elements = elementsOf(stdout);
    const ids = elements.get('node')!.map((node) => node.get('id'));
    assert.deepEqual(ids, [...HARD.map((_, at) => `${at}.md`), 'missing:<nobody> & "no one"']);
    const ends = elements.get('edge')!.map((edge) => [edge.get('source'), edge.get('target')]);
    assert.equal(ends.length, 3 * HARD.length);
    assert.ok(ends.flat().every((id) => id !== undefined && ids.includes(id)));
    if (format !== 'gexf') return;
    assert.deepEqual(
      elements
        .get('node')!
        .slice(0, HARD.length)
        .map((node) => node.get('label')),
      HARD.map((title) => told(title.replace(/\s+/g, ' '))),
    );
    // Edges between the same two differ in their kind.
    const kinds = elements
      .get('edge')!
      .map((edge) => `${edge.get('source')} ${edge.get('target')} ${edge.get('kind')}`);
    assert.equal(new Set(kinds).size, kinds.length);
  });
}

test('html is one file with nothing beside it, and no title ends what holds it', (t) => {
  const root = hardCorpus(t);
  const { stdout, code } = shell('note-corpus graph corpus --format html', root);
  assert.equal(code, 0);
  const [head, data, program, rest] = stdout.split(/<script[^>]*>/);
  assert.equal(rest, undefined);
  const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const [style] = head!.split('<style>')[1]!.split('</style>');
  const [script] = program!.split('</script>');
  const policy = [
    "default-src 'none'",
    `script-src ${hash(script!)}`,
    `style-src ${hash(style!)}`,
    'img-src data: blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ];
  assert.ok(head!.includes(`<meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}">`));
  assert.doesNotMatch(head!, /<link|@import|url\(/);
  assert.match(program!, /<\/script>\n<\/body>\n<\/html>\n$/);
  const [json, ...behind] = data!.split('</script>');
  assert.deepEqual(behind, ['\n']);
  assert.doesNotMatch(json!, /</);
  const { corpus, atlas, focus, descriptions } = JSON.parse(json!);
  assert.deepEqual([corpus, focus, atlas.nodes.ids.length], ['corpus', null, HARD.length + 1]);
  assert.deepEqual(
    atlas.nodes.titles.slice(0, HARD.length),
    HARD.map((title) => title.replace(/\s+/g, ' ')),
  );
  assert.equal(descriptions.length, HARD.length + 1);
});
