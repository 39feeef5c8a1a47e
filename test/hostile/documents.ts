import { bytes } from './bytes.ts';
import { titles } from './harmful.ts';
import { matters } from './matters.ts';
import { names } from './names.ts';
import { FAMILIES } from './repeated.ts';
import { syntax, unicode } from './texts.ts';

/** A file that somebody may be sent: what it is, its path in a folder, and its bytes. */
export interface Hostile {
  readonly what: string;
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Of texts without end, in UTF-16 units: long enough to be hard, short enough to be many. */
const LENGTH = 3000;

/** All hostile documents. They are made by code alone, and always the same. */
export function hostileDocuments(): Hostile[] {
  const texts = [
    ...unicode().map(([what, text]) => ({ what: `unicode: ${what}`, text })),
    ...syntax().map(([what, text]) => ({ what: `syntax: ${what}`, text })),
    ...titles().map(([what, text]) => ({ what: `title: ${what}`, text })),
    ...matters().map(([what, text]) => ({ what: `front matter: ${what}`, text })),
    ...FAMILIES.map(({ name, make }) => ({ what: `repeated: ${name}`, text: make(LENGTH) })),
  ];
  return [
    ...bytes().map(([what, content], nth) => ({ what: `bytes: ${what}`, path: `bytes${nth}.md`, bytes: content })),
    ...texts.map(({ what, text }, nth) => ({
      what,
      // Every third one is plain text in a frame.
      path: `text${nth}.${nth % 3 === 2 ? 'txt' : 'md'}`,
      bytes: Buffer.from(nth % 3 === 2 ? `INQUIRING LINE\n\nWhy is this so ${nth}\n\n${text}` : text),
    })),
    ...names().map((path) => ({ what: `name: ${JSON.stringify(path)}`, path, bytes: Buffer.from(`# Why ${path}\n`) })),
  ];
}
