import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Link, type Named, stemOf, type Truth } from './truth.ts';

// The truth about a folder of files with wikilinks, by a regular expression: slow, short, and nothing of the server in it.

export const WIKILINK = /\[\[([^[\]|#\n]+)([^[\]\n]*)\]\]/g;

/** Paths of the Markdown files, hidden folders and node_modules left out; sorted. */
export function markdownIn(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(md|markdown)$/.test(path) && !/(^|\/)(\.|node_modules\/)/.test(path))
    .sort();
}

/** Which file a wikilink's name leads to: by its very name, else by the only one that differs in letter case. */
export function resolver(paths: readonly string[]): (name: string) => string | undefined {
  const exact = Map.groupBy(paths, stemOf);
  const folded = Map.groupBy(paths, (path) => stemOf(path).toLowerCase());
  const only = (found: string[] | undefined): string | undefined => (found?.length === 1 ? found[0] : undefined);
  return (name) => {
    const stem = name.trim();
    return exact.has(stem) ? only(exact.get(stem)) : only(folded.get(stem.toLowerCase()));
  };
}

export function scanWikilinks(root: string): Truth {
  const paths = markdownIn(root);
  const resolve = resolver(paths);
  const found = new Map<string, Link[]>();
  let links = 0;
  let bytes = 0;
  for (const path of paths) {
    const content = readFileSync(join(root, path));
    bytes += content.length;
    for (const [line, text] of content.toString().split('\n').entries()) {
      for (const match of text.matchAll(WIKILINK)) {
        links++;
        const target = resolve(match[1]!);
        if (!target) continue;
        const link = { path, line, character: match.index + 3, target, title: stemOf(target), typeAt: match.index };
        const others = found.get(target);
        if (others) others.push(link);
        else found.set(target, [link]);
      }
    }
  }
  return { ...choose(paths, found), form: 'wikilinks', documents: paths.length, bytes, links };
}

/** What is asked for in the measurements. */
export function choose(paths: readonly string[], found: ReadonlyMap<string, readonly Link[]>) {
  const byPlaces = [...found].sort(([a, some], [b, others]) => others.length - some.length || (a < b ? -1 : 1));
  const most = byPlaces[0];
  if (!most) throw new Error('no file names another one');
  // Without links to itself, so that there is one right number.
  const isPlain = ([path, links]: readonly [string, readonly Link[]]): boolean =>
    links.length <= 8 && links.every((link) => link.path !== path);
  const few = byPlaces.find(isPlain) ?? most;
  const named = ([path, links]: readonly [string, readonly Link[]]): Named => {
    const others = links.filter((link) => link.path !== path);
    const own = links.length - others.length;
    return { path, title: links[0]!.title, places: others.length, own, at: others[Math.floor(others.length / 2)]! };
  };
  const first = new Map<string, Link>();
  for (const links of found.values()) for (const link of links) if (!first.has(link.path)) first.set(link.path, link);
  const all = [...first.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  const step = Math.max(1, Math.floor(all.length / 64));
  return {
    mostLinked: named(most),
    fewLinks: named(few),
    definitions: all.filter((_, nth) => nth % step === 0).slice(0, 64),
    changeable: paths.slice(0, 10_000),
  };
}
