import { seemsDocument } from '../core/index.ts';
import type { Reading } from '../lsp/ports.ts';

/** Larger files are no notes; reading them would stall everything else. In bytes. */
export const LARGEST = 4 * 1024 * 1024;

/** So much of an unreadable file is looked at to see whether it wants to be a document. In bytes. */
export const BEGINNING = 64 * 1024;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The text of a file's bytes, without a byte order mark, as VS Code has it. */
export function decode(path: string, bytes: Uint8Array): Reading {
  if (bytes.length > LARGEST) return tooLarge(path, bytes.length, bytes.subarray(0, BEGINNING));
  try {
    return { text: utf8.decode(bytes) };
  } catch {
    return { problem: wrongEncoding(bytes), document: seems(path, bytes.subarray(0, BEGINNING)) };
  }
}

export function tooLarge(path: string, size: number, beginning: Uint8Array): Reading {
  const limit = LARGEST / 1024 / 1024;
  const problem = `is ${Math.ceil(size / 1024 / 1024)} MB large; files of more than ${limit} MB are not read`;
  return { problem, document: seems(path, beginning) };
}

function wrongEncoding(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return 'is UTF-16 text; save it as UTF-8 to have it read';
  }
  return `is not valid UTF-8 (byte ${validUntil(bytes)}); save it as UTF-8 to have it read`;
}

/** Where the first byte stands that belongs to no character, from 0. */
function validUntil(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    // With `stream` a character that the cut divides is no error.
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      low = middle;
    } catch {
      high = middle - 1;
    }
  }
  // A divided character is no text yet: what is there of it does not count.
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, low), { stream: true });
  return new TextEncoder().encode(text).length;
}

const seems = (path: string, beginning: Uint8Array): boolean =>
  seemsDocument(path, new TextDecoder('latin1').decode(beginning));
