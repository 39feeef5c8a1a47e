import { oneLine } from './fold.ts';

/** So much of a text is looked at for what is shown of it, whatever its length. */
const LOOKED_AT = 2000;

/**
 * The first one or two sentences of some Markdown, as one line of plain words: `Why [[Mud|mud]] *sticks*. It` … is `Why mud sticks.`
 * Cut at a word, with an ellipsis, where they are longer than `longest` UTF-16 units.
 */
export function plainWords(markdown: string, longest = 240): string {
  const words = oneLine(withoutMarks(markdown.slice(0, LOOKED_AT))).trim();
  if (words.length <= longest) return words;
  const ends = Array.from(words.matchAll(SENTENCE_END), ({ index, 0: marks }) => index + marks.length);
  const end = ends.slice(0, 2).findLast((each) => each <= longest);
  // A first sentence of three words says little: `It rains. …`
  if (end !== undefined && end >= longest / 4) return words.slice(0, end);
  const space = words.lastIndexOf(' ', longest - 2);
  const cut = space > longest / 2 ? space : longest - 2;
  // Not through a pair: `🐝`.
  return `${words.slice(0, /[\udc00-\udfff]/.test(words[cut]!) ? cut - 1 : cut)} …`;
}

const SENTENCE_END = /[.?!]["”’)]*(?=\s+["“‘(]*[\p{Lu}\p{N}])/gu;

/** What marks are there to be seen as something else: brackets of links, emphasis, code, the marks of lines. */
function withoutMarks(markdown: string): string {
  return markdown
    .replace(/<!--[\s\S]{0,1000}?(?:-->|$)|<\/?[a-z][^<>\n]{0,200}>/gi, '')
    .replace(/!\[\[[^[\]\n]{0,300}\]\]|!\[[^[\]\n]{0,300}\]\([^()\n]{0,300}\)/g, '')
    .replace(/\[\[[^[\]|\n]{0,300}\|([^[\]\n]{0,300})\]\]/g, '$1')
    .replace(/\[\[([^[\]\n]{0,300})\]\]/g, '$1')
    .replace(/\[([^[\]\n]{0,300})\]\([^()\n]{0,300}\)/g, '$1')
    .replace(/^(?:[ \t]{0,20}(?:#{1,6}[ \t]+|>|[-*+•][ \t]+|\d{1,3}[.)][ \t]+)){1,9}/gm, '')
    .replace(/(\*\*|__|\*|`)(?=\S)([^*`\n]{1,300}?)(?<=\S)\1/g, '$2');
}
