// UTF-16 units that mean something to Markdown, and the kinds of them.

export const TAB = 9;
export const LF = 10;
export const CR = 13;
export const SPACE = 32;
export const BANG = 33;
export const QUOTE = 34;
export const SHARP = 35;
export const APOSTROPHE = 39;
export const OPEN = 40;
export const CLOSE = 41;
export const STAR = 42;
export const PLUS = 43;
export const DASH = 45;
export const DOT = 46;
export const SLASH = 47;
export const COLON = 58;
export const LESS = 60;
export const EQUALS = 61;
export const GREATER = 62;
export const QUESTION = 63;
export const BRACKET = 91;
export const BACKSLASH = 92;
export const UNBRACKET = 93;
export const UNDERLINE = 95;
export const TICK = 96;
export const TILDE = 126;

/** Space or tab. */
export const isSpace = (unit: number): boolean => unit === SPACE || unit === TAB;

/** Space, tab or line ending. `NaN`, behind the end of a text, is none. */
export const isWhite = (unit: number): boolean => unit === SPACE || unit === TAB || unit === LF || unit === CR;

export const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;

export const isAlpha = (unit: number): boolean => (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90);

export const isAlphanumeric = (unit: number): boolean => isAlpha(unit) || isDigit(unit);

/** What a backslash escapes. */
export const isPunctuation = (unit: number): boolean =>
  (unit >= 33 && unit <= 47) ||
  (unit >= 58 && unit <= 64) ||
  (unit >= 91 && unit <= 96) ||
  (unit >= 123 && unit <= 126);

/** A control character; not `\0`, which the parser takes for a replacement character. */
export const isControl = (unit: number): boolean => (unit < 32 && unit > 0) || unit === 127;
