import { relativePath } from './naming.ts';

/**
 * The destination of a Markdown link from the document at `from` to the file at `to`, both relative to the corpus:
 * `../soil/mud.md`, `<why mud sticks.md>`. Between `<` and `>` a path with spaces stays readable; what would still end or change
 * the destination is percent-encoded (CommonMark 0.31.2, "Link destinations"). Reads back by `linkedPath`.
 */
export function relativeLink(from: string, to: string): string {
  const path = relativePath(from, to).replace(UNSAFE, encodeURIComponent);
  // `a:b.md` would be a link with the scheme `a`.
  const relative = /^[^/]*:/.test(path) ? `./${path}` : path;
  return /[ ()]/.test(relative) ? `<${relative}>` : relative;
}

/**
 * What a destination cannot hold, or what means something else in it: the `#` of a heading, the `?` of a query, escapes and
 * entities, code and wikilinks, the bar of a table, the mark of a block quote, white space other than a space.
 */
const UNSAFE =
  /[%#?\\&`<>|[\]"*\u0000-\u001f\u007f]|(?! )\s|^ | $|(?<=\/) | (?=\/)|[\ud800-\udbff](?![\udc00-\udfff])/gu;

/** A name as the text of a Markdown link: shown as it is, not as markup. */
export function linkText(name: string): string {
  return name.replace(/[\\`*[\]<&]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&');
}
