import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { markdownIn, resolver, WIKILINK } from './scan.ts';
import { type Corpus, type Link, relativeLink, type Truth } from './truth.ts';

/**
 * Writes a copy in which each `[[x]]` is `[x](./x.md)`, for servers that know no wikilinks. A name that no file has
 * becomes a link to a file that is not there, so that as many links are broken.
 */
export function rewriteLinks({ root, truth }: Corpus, copy: string): Truth {
  const paths = markdownIn(root);
  const resolve = resolver(paths);
  /** Where each link of a file has gone: by line, and by the column it was at. */
  const moved = new Map<string, number>();
  let bytes = 0;
  for (const path of paths) {
    const lines = readFileSync(join(root, path), 'utf8').split('\n');
    const written = lines.map((text, line) => {
      let shift = 0;
      return text.replaceAll(WIKILINK, (whole, name: string, _rest, at: number) => {
        const link = `[${name}](${relativeLink(path, resolve(name) ?? `${name}.md`)})`;
        moved.set(`${path}:${line}:${at}`, at + shift);
        shift += link.length - whole.length;
        return link;
      });
    });
    const content = Buffer.from(written.join('\n'));
    bytes += content.length;
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    writeFileSync(join(copy, path), content);
  }
  const move = (link: Link): Link => {
    const at = moved.get(`${link.path}:${link.line}:${link.typeAt}`)!;
    const text = readFileSync(join(copy, link.path), 'utf8').split('\n')[link.line]!;
    // Into the destination: there, this is a link for everybody.
    return { ...link, typeAt: at, character: text.indexOf('](', at) + 4 };
  };
  return {
    ...truth,
    form: 'links',
    bytes,
    mostLinked: { ...truth.mostLinked, at: move(truth.mostLinked.at) },
    fewLinks: { ...truth.fewLinks, at: move(truth.fewLinks.at) },
    definitions: truth.definitions.map(move),
  };
}
