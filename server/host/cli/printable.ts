// Words of notes on their way to a terminal, or to the log of a build: neither is to do what they say.

/** What steers a terminal (ECMA-48, C0 and C1); white space and line ends are looked after by themselves. */
const CONTROLS = '\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f';
/** What turns the direction of writing, or ends a line for some. */
const TURNS = '\\u2028-\\u202e\\u2066-\\u2069';

const inText = new RegExp(`[${CONTROLS}]`, 'g');
const inLine = new RegExp(`[${CONTROLS}${TURNS}\r]`, 'g');
const inData = new RegExp(`[\\u007f-\\u009f${TURNS}]|##(?=\\w*\\[)`, 'g');

const hex = (unit: string, length: number): string => unit.charCodeAt(0).toString(16).padStart(length, '0');
const shown = (unit: string): string => `\\x${hex(unit, 2)}`;

/** `::error::` at the beginning of a line is a command to GitHub's runner, `##[…]` and `##vso[…]` anywhere to it and to that of Azure. */
const noCommands = (text: string): string =>
  text.replace(/^([ \t]*):(?=:)/gm, '$1\\x3a').replace(/##(?=\w*\[)/g, '#\\x23');

/** One line: what could steer a terminal, or be a command to who runs a build, is shown as `\x1b`. */
export const printable = (line: string): string => noCommands(line.replace(/[\n\t]/g, ' ')).replace(inLine, shown);

/** A text of many lines, in the same way; all else byte for byte. */
export const printableText = (text: string): string => noCommands(text).replace(inText, shown);

/** JSON that stands for the same value, in ASCII where a terminal or a build would act on it. */
export const printableJson = (json: string): string =>
  json.replace(inData, (found) => (found === '##' ? '\\u0023#' : `\\u${hex(found, 4)}`));
