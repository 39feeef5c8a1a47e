/** Names that files may have on some system or other. */
export function names(): string[] {
  return [
    ...['CON.md', 'nul.md', 'COM1.txt', 'aux.markdown', 'a:b.md', 'a*b.md', 'a"b.md', 'a<b>.md', 'a|b.md', 'a?b.md'],
    ...['a b.md', ' a.md', 'a .md', 'a..md', '..a.md', '...md', '-rf.md', '--help.md', '~.md', '$HOME.md', '`id`.md'],
    ...[
      '$(id).md',
      '%2e%2e.md',
      '%.md',
      '%zz.md',
      '#.md',
      'a#b.md',
      '&amp;.md',
      'a\nb.md',
      'a\tb.md',
      'a\rb.md',
      "'.md",
    ],
    ...['a\\b.md', '[a](b).md', '[[a]].md', 'a]b.md', 'a^b.md', '__proto__.md', 'constructor.md', 'toString.md'],
    ...[
      '🐝.md',
      '👩‍🌾.md',
      'שלום.md',
      '\u202egpj.md',
      'é.md',
      'e\u0301.md',
      'İ.md',
      'ı.md',
      'ß.md',
      'ẞ.md',
      'K.md',
      'ﬁ.md',
    ],
    ...['A.MD', 'a.Md', 'b.MARKDOWN', 'c.TXT', 'a.md.md', 'a.txt.md', '.md.md', 'x.md~', 'x.md.txt', '\u200b.md'],
    `${'a'.repeat(200)}.md`,
    `${'é'.repeat(100)}.md`,
    `${'deep/'.repeat(60)}a.md`,
    `${'x/'.repeat(20)}${'long name '.repeat(15)}.md`,
    'case/mud.md',
    'case/Mud.md',
    'CASE/mud.md',
  ];
}

/** Links of the file system: where each stands, and where it leads. */
export const SYMLINKS: readonly [path: string, target: string][] = [
  ['links/self.md', 'self.md'],
  ['links/one.md', 'two.md'],
  ['links/two.md', 'one.md'],
  ['links/dead.md', 'nowhere.md'],
  ['links/parent', '..'],
  ['links/here', '.'],
  ['links/root', '/'],
  ['links/out.md', '/etc/hostname'],
  ['links/etc', '/etc'],
  ['links/dev.md', '/dev/zero'],
  ['links/inner.md', '../case/mud.md'],
];
