import { fold } from '../text/fold.ts';
import { readMarkdown } from './markdown.ts';
import { looksPlain, readPlain } from './plain.ts';
import type { Summary } from './summary.ts';

/** Whether a file by this name can be a document at all, whatever is in it. */
export function mayBeDocument(path: string): boolean {
  return isMarkdown(path) || /\.txt$/i.test(path);
}

function isMarkdown(path: string): boolean {
  return /\.(md|markdown)$/i.test(path);
}

/** `mud` of `notes/mud.md`: the title of a page that gives none, and what a wikilink may name it by. */
export function stemOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.(md|markdown|txt)$/i, '');
}

/** The key by which a wikilink may name a file. */
export const stemKey = (path: string): string => fold(stemOf(path));

/**
 * One text to its Summary; undefined where the file is no document (CORPUS.md, "Which files, and of which kind"). Any
 * text is taken, and none makes it throw.
 *
 * @param path with `/`, relative to the corpus: only its last part and its ending matter.
 */
export function summarize(path: string, text: string): Summary | undefined {
  if (!isMarkdown(path)) return readPlain(text, stemOf(path));
  return (looksPlain(text) && readPlain(text, stemOf(path))) || readMarkdown(text, stemOf(path));
}

/**
 * Whether the beginning of a text file shows that it wants to be a document: for files that cannot be read as a whole. Any
 * Markdown file does.
 */
export function seemsDocument(path: string, beginning: string): boolean {
  return isMarkdown(path) || (mayBeDocument(path) && looksPlain(beginning));
}
