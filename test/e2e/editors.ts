/** Runs in the page: the text of an editor as far as it is on the screen, with its wrapped lines put together again. */
export function readEditor(editor: Element): string {
  const top = (element: Element) => Number.parseFloat((element as HTMLElement).style.top);
  const margins = [...editor.querySelectorAll('.margin-view-overlays > div')];
  const numbered = new Set(margins.filter((each) => each.querySelector('.line-numbers')?.textContent?.trim()).map(top));
  const rows = [...editor.querySelectorAll('.view-lines > .view-line')].sort((a, b) => top(a) - top(b));
  // Of a wrapped line only the first row has a number; and the editor writes no-break spaces.
  const texts = rows.map((row) => (numbered.has(top(row)) ? '\n' : '') + row.textContent?.replaceAll('\u00a0', ' '));
  return texts.join('').replace(/^\n/, '');
}

/** Runs in the page: the colour of the first stretch of text that holds these words, for each of them; empty without one. */
export function readColours(editor: Element, words: readonly string[]): string[] {
  const stretches = [...editor.querySelectorAll('.view-line > span > span')];
  return words.map((each) => {
    const found = stretches.find(({ textContent }) => textContent?.replaceAll('\u00a0', ' ').includes(each));
    return found ? getComputedStyle(found).color : '';
  });
}
