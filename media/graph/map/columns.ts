/**
 * Columns: numbers of one kind in base64, read into typed arrays. What is not as it should be is refused.
 */
import { stretches, type Work } from './slices.ts';

/** Thrown where a column is not what it says: the one who asked for the whole refuses it. */
export class Refused extends Error {}

/** Refuses, unless it holds. */
export function must(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Refused(what);
}

/** Characters that are decoded at a stretch: a multiple of four. */
const stretch = 1 << 18;

interface Base64Reader {
  fromBase64?(text: string): Uint8Array;
}
const native = Uint8Array as unknown as Base64Reader;

function decoded(text: string): Uint8Array {
  if (native.fromBase64) return native.fromBase64(text);
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

/** How many bytes a column holds; `undefined` where it is none. Its length is looked at, not its letters. */
export function sizeOf(column: unknown): number | undefined {
  if (typeof column !== 'string' || column.length % 4 !== 0) return undefined;
  const padding = column.endsWith('==') ? 2 : column.endsWith('=') ? 1 : 0;
  return (column.length / 4) * 3 - padding;
}

/** The bytes of a column, which must be `width` for each number. */
function* bytesOf(column: unknown, width: number): Work<ArrayBuffer> {
  const size = sizeOf(column);
  must(typeof column === 'string' && size !== undefined, 'base64 in a string');
  must(size % width === 0, 'whole numbers of bytes');
  const bytes = new Uint8Array(size);
  for (let from = 0, at = 0; from < column.length; from += stretch) {
    const piece = decoded(column.slice(from, from + stretch));
    must(piece.length === Math.min((stretch / 4) * 3, size - at), 'base64 without gaps');
    bytes.set(piece, at);
    at += piece.length;
    yield;
  }
  return bytes.buffer;
}

/** A column of bytes below `limit`; `count` of them, where that is known. */
export function* u8(column: unknown, limit: number, count?: number): Work<Uint8Array> {
  return yield* below(new Uint8Array(yield* bytesOf(column, 1)), limit, count);
}

/** A column of numbers up to 65,535. */
export function* u16(column: unknown, count?: number): Work<Uint16Array> {
  return yield* below(new Uint16Array(yield* bytesOf(column, 2)), Number.POSITIVE_INFINITY, count);
}

/** A column of numbers below `limit`. */
export function* u32(column: unknown, limit: number, count?: number): Work<Uint32Array> {
  return yield* below(new Uint32Array(yield* bytesOf(column, 4)), limit, count);
}

/** Farther out nothing lies: squares of distances stay numbers that can be told apart. */
const farthest = 1e7;

/** A column of places: finite, and not absurdly far. */
export function* f32(column: unknown, count?: number): Work<Float32Array> {
  const values = new Float32Array(yield* bytesOf(column, 4));
  must(count === undefined || values.length === count, 'as many as the others');
  for (const value of values) must(Math.abs(value) <= farthest, 'a place on the map');
  return values;
}

function* below<A extends Uint8Array | Uint16Array | Uint32Array>(values: A, limit: number, count?: number): Work<A> {
  must(count === undefined || values.length === count, 'as many as the others');
  if (limit === Number.POSITIVE_INFINITY) return values;
  yield* stretches(values.length, (from, to) => {
    for (let at = from; at < to; at++) must(values[at]! < limit, 'a number that there is');
  });
  return values;
}
