import type { Position, Range } from 'vscode-languageserver';

// What clients send is checked before it is used: our own requests have no library that does so.

/** The client sent what cannot be understood; the message says what is missing. */
export class ParamsError extends Error {}

/** A text that must be there. */
export function textIn(params: unknown, key: string): string {
  const value = valueIn(params, key);
  if (typeof value === 'string') return value;
  throw new ParamsError(`“${key}” must be a text`);
}

/** A whole number from `least` up, or what holds without one. */
export function countIn(params: unknown, key: string, least: number, otherwise: number): number {
  const value = valueIn(params, key);
  if (value === undefined || value === null) return otherwise;
  if (typeof value === 'number' && Number.isInteger(value) && value >= least) return value;
  throw new ParamsError(`“${key}” must be a whole number, ${least} or more`);
}

/** A text that may be left out. */
export function optionalTextIn(params: unknown, key: string): string | undefined {
  const value = valueIn(params, key);
  return value === undefined || value === null ? undefined : textIn(params, key);
}

/** Whether something is asked for; not where it is left out. */
export function flagIn(params: unknown, key: string): boolean {
  const value = valueIn(params, key) ?? false;
  if (typeof value === 'boolean') return value;
  throw new ParamsError(`“${key}” must be true or false`);
}

/** One of some texts, or what holds without one. */
export function oneIn<T extends string>(params: unknown, key: string, known: readonly T[], otherwise: T): T {
  const value = optionalTextIn(params, key) ?? otherwise;
  const found = known.find((each) => each === value);
  if (found !== undefined) return found;
  throw new ParamsError(`“${key}” must be one of ${known.join(', ')}`);
}

/** A list of texts, `most` at most. */
export function textsIn(params: unknown, key: string, most: number): readonly string[] {
  const value = valueIn(params, key);
  const isList = Array.isArray(value) && value.length <= most && value.every((each) => typeof each === 'string');
  if (isList) return value;
  throw new ParamsError(`“${key}” must be a list of at most ${most} texts`);
}

/** A range in a text document, as the requests of the protocol give it. */
export function rangeIn(params: unknown): { readonly uri: string; readonly range: Range } {
  const range = valueIn(params, 'range');
  const end = (key: 'start' | 'end'): Position => {
    const position = valueIn(range, key);
    return { line: countAt(position, 'line'), character: countAt(position, 'character') };
  };
  return { uri: textIn(valueIn(params, 'textDocument'), 'uri'), range: { start: end('start'), end: end('end') } };
}

function countAt(position: unknown, key: string): number {
  const value = valueIn(position, key);
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  throw new ParamsError(`“${key}” must be a whole number, 0 or more`);
}

/** A property of what may be anything. */
export function valueIn(params: unknown, key: string): unknown {
  return typeof params === 'object' && params !== null ? (params as Record<string, unknown>)[key] : undefined;
}

/** A position of the protocol: two whole numbers from 0. */
export function positionIn(params: unknown, key: string): { line: number; character: number } {
  const value = valueIn(params, key);
  return { line: countIn(value, 'line', 0, 0), character: countIn(value, 'character', 0, 0) };
}

/** Files that are to move. */
export function urisIn(params: unknown, key: string): { oldUri: string; newUri: string }[] {
  const value = valueIn(params, key);
  if (!Array.isArray(value)) throw new ParamsError(`“${key}” must be a list`);
  return value.map((each) => ({ oldUri: textIn(each, 'oldUri'), newUri: textIn(each, 'newUri') }));
}
