import { looksPlain, readPlain } from './plain.ts';
import { readMarkdown } from './markdown.ts';
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

/**
 * One text to its Summary; undefined where the file is no document (CORPUS.md, "Which files, and of which kind"). Any
 * text is taken, and none makes it throw.
 *
 * @param path with `/`, relative to the corpus: only its last part and its ending matter.
 */
export function summarize(path: string, text: string): Summary | undefined {
  // A byte order mark is no part of the text, but it has a place in it.
  const clean = text.startsWith('\ufeff') ? ` ${text.slice(1)}` : text;
  if (!isMarkdown(path)) return readPlain(clean, stemOf(path));
  return (looksPlain(clean) && readPlain(clean, stemOf(path))) || readMarkdown(clean, stemOf(path));
}

/**
 * Whether the beginning of a text file shows that it wants to be a document: for files that cannot be read as a whole. Any
 * Markdown file does.
 */
export function seemsDocument(path: string, beginning: string): boolean {
  return isMarkdown(path) || (mayBeDocument(path) && looksPlain(beginning));
}
