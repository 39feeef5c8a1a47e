/** A regular expression as it stands in a source. */
export interface Literal {
  readonly source: string;
  readonly flags: string;
  /** Counts from one. */
  readonly line: number;
}

/** What a slash may stand behind to begin a regular expression: an operator, or one of these words; else it divides. */
const BEFORE = /(?:^|[=(,:;!&|?{}[<>+*%~^-]|\b(?:return|typeof|case|in|of|void|yield|await))$/;

/** The regular expressions in a text of TypeScript, those in templates aside. */
export function literalsIn(text: string): Literal[] {
  const found: Literal[] = [];
  let code = '';
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at);
    const skipped =
      /^(?:\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\[\s\S])*`)/.exec(rest)?.[0];
    if (skipped !== undefined) {
      if (!skipped.startsWith('/')) code += '""';
      at += skipped.length;
      continue;
    }
    const literal =
      rest.startsWith('/') && BEFORE.test(code.trimEnd())
        ? /^\/((?:[^\\/[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([dgimsuvy]*)/.exec(rest)
        : null;
    if (literal) {
      found.push({ source: literal[1]!, flags: literal[2]!, line: text.slice(0, at).split('\n').length });
      code += '""';
      at += literal[0].length;
    } else {
      code = (code + text[at]).slice(-40);
      at++;
    }
  }
  return found;
}

/** Characters, and short runs of them, that a regular expression tells from others. */
export function alphabetOf(source: string): string[] {
  const classes: Record<string, string> = {
    s: ' ',
    S: 'a',
    d: '1',
    D: 'a',
    w: 'a',
    W: ' ',
    n: '\n',
    r: '\r',
    t: '\t',
    b: ' ',
    B: 'a',
  };
  const plain = source
    .replace(/\\p\{(\w+)[^}]*\}/gi, (_, name: string) => (/^N/.test(name) ? '1' : /^L/.test(name) ? 'a' : '.'))
    .replace(/\\u\{?([0-9a-f]{2,6})\}?/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/\(\?(?:<\w+>|[:=!]|<[=!])/g, '(')
    .replace(/\{\d*,?\d*\}/g, '')
    .replace(/\\(.)/g, (_, mark: string) => classes[mark] ?? mark);
  const words = plain.match(/[a-z]{3,}/gi) ?? [];
  const marks = new Set([...plain].filter((mark) => !/[a-z]/i.test(mark)));
  return [...new Set(['a', ' ', '\n', ...marks, ...words])].slice(0, 18);
}

/** What is repeated to find out how long it takes: each piece, and each two of them. */
export function* pumpsOf(source: string): Generator<string> {
  const alphabet = alphabetOf(source);
  for (const one of alphabet) {
    yield one;
    for (const other of alphabet) if (other !== one) yield one + other;
  }
}
