/** Front matter that is hard: what comes between the two fences, or is meant to. */
const BETWEEN: Readonly<Record<string, string>> = {
  nothing: '',
  'blank lines': '\n\n\n',
  'a title': 'title: Why mud sticks\n',
  'a title that is a number': 'title: 42\n',
  'a title that is a date': 'title: 2024-01-01\n',
  'a title that is nothing': 'title: ~\n',
  'a title that is a list': 'title: [a, b]\n',
  'a title that is a map': 'title: {a: b}\n',
  'a title over lines': 'title: >\n  Why mud\n  sticks\n',
  'a title as it stands': 'title: |\n  Why mud\n  sticks\n',
  'a quote that never ends': 'title: "Why mud sticks\n',
  escapes: 'title: "Why \\u0000 \\ud800 \\x07 mud"\n',
  'a title twice': 'title: a\ntitle: b\n',
  'an unknown kind': 'kind: monster\n',
  'a kind that is a list': 'kind: [note, inquiry]\n',
  'aliases that are a text': 'aliases: a, b\n',
  'aliases of aliases': 'aliases: [[a, b], [c]]\n',
  'aliases that are empty': 'aliases: ["", " ", ~]\n',
  'an anchor to itself': 'aliases: &a [*a]\n',
  'an anchor that is not there': 'aliases: *nobody\n',
  'a billion laughs': `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'
    .split('')
    .map((key, at) => `${key}: &${key} [${`*${'abcdefgh'[at]},`.repeat(8)}*${'abcdefgh'[at]}]\n`)
    .join('')}aliases: *i\n`,
  'a key of its own': '? {a: b}\n: c\n',
  'merged keys': 'a: &a {title: Mud}\n<<: *a\n',
  'a tag for code': 'title: !!js/function "function(){ throw 1 }"\n',
  'a tag for Python': 'title: !!python/object/apply:os.system ["true"]\n',
  'a tag for bytes': 'title: !!binary R0lGODlhDAAMAIQAAP\n',
  'tags of one’s own': '%TAG ! tag:example.org,2000:\n---\ntitle: !a b\n',
  'a directive': '%YAML 9.9\n',
  prototypes: '__proto__: {title: a}\nconstructor: {prototype: {b: c}}\naliases: [__proto__, constructor]\n',
  tabs: '\ttitle:\tMud\n',
  'bare brackets': 'title: [\n',
  'bare braces': 'title: {\n',
  colons: 'title: a: b: c\n',
  comments: '# title: a\ntitle: b # c\n',
  'two documents': 'title: a\n...\ntitle: b\n',
  JSON: '{"title": "Mud", "aliases": ["a"]}\n',
  TOML: 'title = "Mud"\n[aliases]\n',
  'deep lists': `a: ${'['.repeat(500)}\n`,
  'deep maps': `${Array.from({ length: 200 }, (_, at) => `${' '.repeat(at)}a:\n`).join('')}`,
  'many keys': Array.from({ length: 500 }, (_, at) => `key${at}: ${at}\n`).join(''),
  emoji: '🐝: 🐝\ntitle: 🐝 why 🐝\n',
};

export function matters(): [what: string, text: string][] {
  const body = '# Why mud sticks\n\n[[Why mud sticks]]\n';
  return [
    ...Object.entries(BETWEEN).map(([what, matter]): [string, string] => [what, `---\n${matter}---\n${body}`]),
    ['a fence alone', '---'],
    ['two fences', '---\n---'],
    ['no end', `---\ntitle: a\n${body}`],
    ['an end with dots', `---\ntitle: a\n...\n${body}`],
    ['code in JavaScript', `---js\n{ title: process.exit(1) }\n---\n${body}`],
    ['TOML of its own', `+++\ntitle = "a"\n+++\n${body}`],
    ['spaces before it', ` ---\ntitle: a\n---\n${body}`],
    ['four dashes', `----\ntitle: a\n----\n${body}`],
  ];
}
