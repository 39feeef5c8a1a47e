// Sets of characters in patterns of `.gitignore`: `[a-z]`, `[!0-9]`, `[[:upper:]_]`, as git reads them (wildmatch.c).

export interface CharacterSet {
  /** Behind its `]`. */
  readonly end: number;
  /** @param unit of UTF-16; never a `/` */
  has(unit: string): boolean;
}

/** git's own classes, of ASCII only. */
const CLASSES: ReadonlyMap<string, RegExp> = new Map([
  ['alnum', /[0-9A-Za-z]/],
  ['alpha', /[A-Za-z]/],
  ['blank', /[ \t]/],
  ['cntrl', /[\u0000-\u001f\u007f]/],
  ['digit', /[0-9]/],
  ['graph', /[!-~]/],
  ['lower', /[a-z]/],
  ['print', /[ -~]/],
  ['punct', /[!-/:-@[-`{-~]/],
  ['space', /[ \t\n\r]/],
  ['upper', /[A-Z]/],
  ['xdigit', /[0-9A-Fa-f]/],
]);

/** The set that begins at the `[` at `start`; undefined where it has no end, or a class that nobody knows. */
export function readSet(text: string, start: number): CharacterSet | undefined {
  const negated = text[start + 1] === '!' || text[start + 1] === '^';
  const ranges: [first: string, last: string][] = [];
  const classes: RegExp[] = [];
  const first = start + (negated ? 2 : 1);
  /** What a `-` may follow. */
  let before: string | undefined;
  let at = first;
  // A `]` at the very beginning is one of the set.
  for (; at === first || text[at] !== ']'; at++) {
    const unit = text[at];
    if (unit === undefined) return undefined;
    if (unit === '[' && text[at + 1] === ':') {
      const close = text.indexOf(']', at + 2);
      if (close < 0) return undefined;
      if (close > at + 2 && text[close - 1] === ':') {
        const named = CLASSES.get(text.slice(at + 2, close - 1));
        if (!named) return undefined;
        classes.push(named);
        before = undefined;
        at = close;
        continue;
      }
    }
    if (unit === '-' && before !== undefined && text[at + 1] !== undefined && text[at + 1] !== ']') {
      if (text[++at] === '\\') at++;
      if (text[at] === undefined) return undefined;
      ranges.push([before, text[at]!]);
      before = undefined;
      continue;
    }
    if (unit === '\\') at++;
    const own = text[at];
    if (own === undefined) return undefined;
    ranges.push([own, own]);
    before = own;
  }
  return {
    end: at + 1,
    has: (unit) => {
      const isIn =
        ranges.some(([first, last]) => first <= unit && unit <= last) || classes.some((each) => each.test(unit));
      return unit !== '/' && isIn !== negated;
    },
  };
}
