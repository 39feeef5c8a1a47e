const NOTE =
  '# Why mud sticks\n\nIt is [[Why mud sticks]] — so “they” say.\n\n## Related concepts\n\n- [[Clay]] — grounds: it is\n';

/** Bytes that are no UTF-8, each another way. */
const INVALID: Readonly<Record<string, readonly number[]>> = {
  'a lone continuation': [0x80],
  'two of them': [0xbf, 0x80],
  'half of two': [0xc3],
  'a third of three': [0xe2],
  'two thirds of three': [0xe2, 0x82],
  'three quarters of four': [0xf0, 0x9f, 0x90],
  'an overlong slash': [0xc0, 0xaf],
  'an overlong NUL': [0xc0, 0x80],
  'a surrogate': [0xed, 0xa0, 0x80],
  'a pair of surrogates': [0xed, 0xa0, 0xbd, 0xed, 0xb0, 0x9d],
  'beyond Unicode': [0xf4, 0x90, 0x80, 0x80],
  'five bytes': [0xf8, 0x88, 0x80, 0x80, 0x80],
  FE: [0xfe],
  FF: [0xff],
};

const HEADS: Readonly<Record<string, readonly number[]>> = {
  PNG: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  ELF: [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0],
  gzip: [0x1f, 0x8b, 8, 0],
  zip: [0x50, 0x4b, 3, 4],
  PDF: [0x25, 0x50, 0x44, 0x46, 0x2d, 0xe2, 0xe3, 0xcf],
  JPEG: [0xff, 0xd8, 0xff, 0xe0],
  WASM: [0, 0x61, 0x73, 0x6d],
  SQLite: [...Buffer.from('SQLite format 3\0')],
  Windows: [0x4d, 0x5a, 0x90, 0],
};

/** Numbers by chance, the same each time (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const noise = (seed: number, length: number): Uint8Array => {
  const next = chance(seed);
  return Uint8Array.from({ length }, () => Math.floor(next() * 256));
};

const swapped = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();
const utf32 = (text: string, little: boolean): Buffer => {
  const bytes = Buffer.alloc(4 * [...text].length);
  for (const [at, letter] of [...text].entries())
    little ? bytes.writeUInt32LE(letter.codePointAt(0)!, 4 * at) : bytes.writeUInt32BE(letter.codePointAt(0)!, 4 * at);
  return bytes;
};

const LINE_ENDS: Readonly<Record<string, string>> = {
  LF: '\n',
  CRLF: '\r\n',
  CR: '\r',
  'LF CR': '\n\r',
  'CR CR LF': '\r\r\n',
  'the line separator': '\u2028',
  'the paragraph separator': '\u2029',
  'the next line': '\x85',
  'the vertical tab': '\v',
  'the form feed': '\f',
  NUL: '\0',
};

/** Bytes and encodings, and ends of lines. */
export function bytes(): [what: string, content: Uint8Array][] {
  const [before, after] = [Buffer.from(NOTE.slice(0, 30)), Buffer.from(NOTE.slice(30))];
  const ends = Object.entries(LINE_ENDS);
  return [
    ['none', Buffer.alloc(0)],
    ['one NUL', Buffer.alloc(1)],
    ['a thousand NULs', Buffer.alloc(1000)],
    ['a byte order mark', Buffer.from('\ufeff')],
    ['two byte order marks', Buffer.from(`\ufeff\ufeff${NOTE}`)],
    ['a byte order mark in the middle', Buffer.from(NOTE.replace('mud', '\ufeffmud'))],
    ['a byte order mark and front matter', Buffer.from(`\ufeff---\nkind: note\n---\n${NOTE}`)],
    ['all 256', Uint8Array.from({ length: 256 }, (_, at) => at)],
    [
      'all control characters',
      Buffer.from(Array.from({ length: 32 }, (_, at) => `a${String.fromCharCode(at)}`).join('')),
    ],
    ['UTF-16, little end first', Buffer.from(NOTE, 'utf16le')],
    ['UTF-16, big end first', swapped(NOTE)],
    ['UTF-16 with its mark, little end first', Buffer.from(`\ufeff${NOTE}`, 'utf16le')],
    ['UTF-16 with its mark, big end first', swapped(`\ufeff${NOTE}`)],
    ['UTF-32, little end first', utf32(`\ufeff${NOTE}`, true)],
    ['UTF-32, big end first', utf32(`\ufeff${NOTE}`, false)],
    ['Latin-1', Buffer.from('# Café und Straße\n\n[[Café]]\n', 'latin1')],
    ['Windows-1252', Uint8Array.of(...Buffer.from('# Why '), 0x93, 0x6d, 0x75, 0x64, 0x94, 0x0a)],
    ['Shift JIS', Uint8Array.of(0x23, 0x20, 0x83, 0x81, 0x83, 0x82, 0x0a)],
    ['GB 18030', Uint8Array.of(0x23, 0x20, 0xb1, 0xca, 0xbc, 0xc7, 0x0a)],
    ['KOI8-R', Uint8Array.of(0x23, 0x20, 0xda, 0xc1, 0xcd, 0xc5, 0x0a)],
    ['UTF-7', Buffer.from('# +AFs-+AFs-Why mud sticks+AF0-+AF0-\n')],
    ...Object.entries(INVALID).flatMap(([what, wrong]): [string, Uint8Array][] => [
      [`${what}, at the beginning`, Buffer.concat([Uint8Array.from(wrong), before, after])],
      [`${what}, in the middle`, Buffer.concat([before, Uint8Array.from(wrong), after])],
      [`${what}, at the end`, Buffer.concat([before, after, Uint8Array.from(wrong)])],
    ]),
    ...Object.entries(HEADS).map(([what, head], nth): [string, Uint8Array] => [
      `the head of ${what}`,
      Buffer.concat([Uint8Array.from(head), noise(nth, 200)]),
    ]),
    ...Array.from({ length: 6 }, (_, nth): [string, Uint8Array] => [`noise ${nth}`, noise(100 + nth, 50 << nth)]),
    ...ends.map(([what, end]): [string, Uint8Array] => [
      `lines that end with ${what}`,
      Buffer.from(NOTE.replaceAll('\n', end)),
    ]),
    ...ends.map(([what, end]): [string, Uint8Array] => [`${what}, and nothing else`, Buffer.from(end.repeat(500))]),
    [
      'all ends of lines by turns',
      Buffer.from(
        NOTE.split('\n')
          .map((line, at) => line + ends[at % ends.length]![1])
          .join(''),
      ),
    ],
    ['no end of the last line', Buffer.from(NOTE.trimEnd())],
    ['front matter with bare returns', Buffer.from(`---\rkind: note\raliases: [a, b]\r---\r${NOTE}`)],
  ];
}
