import type { Snapshot } from '../index/snapshot.ts';

/** At most so many characters, ending and number aside, and so many bytes in all: no file system wants less than 255. */
const MOST_CHARACTERS = 100;
const MOST_BYTES = 240;

/**
 * A path in `folder` for a document with this title that no file has, whatever the letter case: `Does rain cause mud.md`, else
 * `Does rain cause mud 2.md`.
 *
 * @param ending `.md`
 */
export function freePath(snapshot: Snapshot, folder: string, title: string, ending: string): string {
  const prefix = folder === '' ? '' : `${folder}/`;
  const taken = takenIn(snapshot, folder);
  for (let number = 1; ; number++) {
    const name = fileName(title, number === 1 ? ending : ` ${number}${ending}`);
    if (!taken.has(alike(name))) return prefix + name;
  }
}

/** The names of files and folders in a folder, as file systems that know no letter case compare them. */
function takenIn({ files }: Snapshot, folder: string): Set<string> {
  const prefix = alike(folder === '' ? '' : `${folder}/`);
  const taken = new Set<string>();
  for (const path of files) {
    const written = alike(path);
    if (written.startsWith(prefix)) taken.add(written.slice(prefix.length).split('/')[0]!);
  }
  return taken;
}

const alike = (path: string): string => path.normalize('NFC').toLowerCase();

/**
 * The title as the name of a file that all systems can have: without what Windows forbids in one (`< > : " / \ | ? *`, control
 * characters, a dot or space at the end, names of devices), without a dot in front, which would hide it, and not too long.
 */
export function fileName(title: string, ending: string): string {
  const readable = title
    .normalize('NFC')
    // Half a surrogate pair has no encoding, and what turns the direction of writing is seen by nobody.
    .replace(/[\p{Cc}\p{Surrogate}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ?:(?= )/g, ' -')
    .replace(/[/\\|:]/g, '-')
    .replace(/[*?"<>]/g, '')
    .replace(/ {2,}/g, ' ')
    .replace(/^[. ]+|(?<![. ])[. ]+$/g, '');
  const cut = shortened(readable, MOST_BYTES - ending.length) || 'Untitled';
  return (DEVICE.test(cut) ? `_${cut}` : cut) + ending;
}

/** `con`, `con.old`: whatever its ending, such a file cannot be opened on Windows. */
const DEVICE = /^(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³])(?: *\.|$)/i;

/** As much of a name as may be, up to the end of a word where there is one; never half of what is seen as one character. */
function shortened(name: string, mostBytes: number): string {
  let kept = '';
  let [characters, bytes] = [0, 0];
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(name)) {
    bytes += bytesOf(segment);
    if (++characters > MOST_CHARACTERS || bytes > mostBytes) {
      const words = kept.replace(/\s+\S*$/u, '');
      return (words.length > kept.length / 2 ? words : kept).replace(/[. ]+$/, '');
    }
    kept += segment;
  }
  return kept;
}

/** In UTF-8. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
