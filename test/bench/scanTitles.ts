import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { choose } from './scan.ts';
import type { Link, Truth } from './truth.ts';

// The truth about a folder of plain texts that name each other by bare titles: line by line, word by word.

const WORD = /[\p{L}\p{N}]+/gu;

export const plainTextsIn = (root: string): string[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.txt') && !/(^|\/)(\.|node_modules\/)/.test(path))
    .sort();

interface Title {
  readonly path: string;
  readonly title: string;
  /** What must stand in the text: the title in small letters, without its last mark. */
  readonly words: string;
}

export function scanTitles(root: string): Truth {
  const paths = plainTextsIn(root);
  const texts = paths.map((path) => readFileSync(join(root, path), 'utf8'));
  const titles = new Map<string, Title[]>();
  for (const [at, path] of paths.entries()) {
    const title = titleOf(texts[at]!);
    const each = { path, title, words: title.toLowerCase().replace(/[?.!]$/, '') };
    const key = [...each.words.matchAll(WORD)].slice(0, 3).join(' ');
    if (key.split(' ').length === 3) titles.set(key, [...(titles.get(key) ?? []), each]);
  }
  for (const some of titles.values()) some.sort((a, b) => b.words.length - a.words.length);
  const found = new Map<string, Link[]>();
  for (const [at, path] of paths.entries()) {
    for (const link of linksIn(path, texts[at]!, titles))
      found.set(link.target, [...(found.get(link.target) ?? []), link]);
  }
  // Within running text: what is typed at the start of an item of a list makes it another thing than an item.
  const inProse = new Map([...found].map(([path, links]) => [path, links.filter((link) => link.character > 40)]));
  const { definitions } = choose(paths, inProse);
  const links = [...found.values()].reduce((sum, each) => sum + each.length, 0);
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  // What is added at the end of a prompt or of a list of titles is no running text.
  const changeable = paths.filter((_, at) => !/^(Research prompt|Next inquiring|Original note)/m.test(texts[at]!));
  return { ...choose(paths, found), definitions, changeable, form: 'bare', documents: paths.length, bytes, links };
}

const titleOf = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .find((line) => line && line !== 'INQUIRING LINE') ?? '';

/** Of a prompt nothing is taken, as it repeats what stands above it (CORPUS.md, "Bare titles in prose"). */
function linksIn(path: string, text: string, titles: ReadonlyMap<string, readonly Title[]>): Link[] {
  const links: Link[] = [];
  let isPrompt = false;
  for (const [line, words] of text.split('\n').entries()) {
    if (/^Research prompt for your LLM/.test(words)) isPrompt = true;
    if (/^Next inquiring lines/.test(words)) isPrompt = false;
    if (isPrompt) continue;
    const low = words.toLowerCase();
    const starts = [...low.matchAll(WORD)];
    for (let at = 0, free = 0; at + 2 < starts.length; at++) {
      const character = starts[at]!.index;
      if (character < free) continue;
      const some = titles.get(starts.slice(at, at + 3).join(' '));
      const one = some?.find((each) => low.startsWith(each.words, character));
      if (!one || one.path === path) continue;
      links.push({ path, line, character: character + 6, target: one.path, title: one.title, typeAt: 0 });
      free = character + one.words.length;
    }
  }
  return links;
}
