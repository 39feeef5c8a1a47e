/**
 * A link to a document as text, for the clipboard: a wikilink where brackets can hold the title, else a Markdown link.
 *
 * @param path of the file, seen from the folder of the corpus
 * @param form how references are written (setting `noteCorpus.completion.form`); bare titles are no links anywhere else
 */
export function linkText(title: string, path: string | undefined, form: string): string {
  const fits = !/[[\]|#^\r\n]/.test(title);
  if (path === undefined || (fits && form !== 'link')) return `[[${title.replace(/\s+/g, ' ')}]]`;
  const text = title.replace(/\s+/g, ' ').replace(/[\\[\]]/g, (each) => `\\${each}`);
  return `[${text}](${encodeURI(path).replace(/[()#?]/g, (each) => `%${each.charCodeAt(0).toString(16)}`)})`;
}
