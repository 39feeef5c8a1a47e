import type { Column } from '../../protocol.ts';

/** Numbers as bytes, little endian, in base64 (`Column`). */
export function columnOf(numbers: Uint8Array | Uint16Array | Uint32Array | Float32Array): Column {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength).toString('base64');
}

/** Numbers from 0 to 2³² − 1. */
export const u32 = (numbers: Iterable<number>): Column => columnOf(Uint32Array.from(numbers));

/** The bytes of a column, at an address that four divides. */
export function bytesIn(column: Column): ArrayBuffer {
  const { buffer, byteOffset, byteLength } = Buffer.from(column, 'base64');
  return (buffer as ArrayBuffer).slice(byteOffset, byteOffset + byteLength);
}
