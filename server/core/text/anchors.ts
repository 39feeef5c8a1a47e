import { oneLine } from './fold.ts';

/**
 * What a heading is called in links to it, whoever writes them: by its words (`[[Mud#How clay: holds]]`, with or without the
 * colon), or as sites do (`mud.md#how-clay-holds`). Only letters, digits and marks count, and where there is a space or dash.
 */
export function anchorKey(heading: string): string {
  return heading
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\s\u2010-\u2015\u2212-]/gu, '')
    .replace(/[\s\u2010-\u2015\u2212-]+/g, '-')
    .replace(/^-|-$/g, '')
    .normalize('NFC'); // What stood between a letter and its mark may be gone.
}

/**
 * The key of a heading as a number: that two headings share one happens to nobody, and then a finding is missing. Most are of
 * plain letters, and need no key for it.
 */
export function anchorHash(heading: string): number {
  let hash = FNV_OFFSET;
  let isGap = false;
  for (let at = 0; at < heading.length; at++) {
    const unit = heading.charCodeAt(at);
    if (unit > 126) return hashOf(anchorKey(heading));
    const letter = unit >= 65 && unit <= 90 ? unit | 32 : unit;
    if ((letter >= 97 && letter <= 122) || (letter >= 48 && letter <= 57)) {
      if (isGap && hash !== FNV_OFFSET) hash = Math.imul(hash ^ DASH, FNV_PRIME);
      hash = Math.imul(hash ^ letter, FNV_PRIME);
      isGap = false;
    } else if (unit === 32 || unit === DASH || (unit >= 9 && unit <= 13)) isGap = true;
  }
  return hash | 0;
}

/** What tells some words from others, wherever their lines break: 32 bits. */
export const wordsHash = (words: string): number => hashOf(oneLine(words).trim());

// Constants of the FNV-1a hash, 32 bits.
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const DASH = 45;

function hashOf(key: string): number {
  let hash = FNV_OFFSET;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), FNV_PRIME);
  return hash | 0;
}
