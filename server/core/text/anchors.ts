/**
 * What a heading is called in links to it, whoever writes them: by its words (`[[Mud#How clay: holds]]`, with or without the
 * colon), or as sites do (`mud.md#how-clay-holds`). Only letters, digits and marks count, and where there is a space or dash.
 */
export function anchorKey(heading: string): string {
  if (/^[a-z]+$/.test(heading)) return heading;
  return heading
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\s\u2010-\u2015\u2212-]/gu, '')
    .replace(/[\s\u2010-\u2015\u2212-]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** The same as a number (FNV-1a): that two headings share one happens to nobody, and then a finding is missing. */
export function anchorHash(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return hash | 0;
}
