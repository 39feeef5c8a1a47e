import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Material, write } from './document.ts';
import { countPlaces, outlinesOf } from './structure.ts';
import { type Corpus, type Form, type Link, type Named, nameOf, type Truth } from './truth.ts';
import { makeSentences, makeTitles, makeVocabulary } from './words.ts';

/** Written into the names of cached corpora: raise it when other texts are made. */
export const GENERATION = 2;

const SEED = 20_261_121;
/** So many links to definitions are remembered. */
const DEFINITIONS = 64;
/** As many files as one storm changes. */
const MOST_CHANGED = 10_000;

/**
 * Writes a corpus in the style of the seeds (plain text, dense notes and spaced inquiries, bare titles) or, as `links`,
 * the same one in Markdown for those who know no bare titles. 2.9 kB and 9.5 named titles a document, on average.
 */
export function generate(root: string, documents: number, form: Form): Corpus {
  const titleCount = Math.ceil(documents * 1.02);
  const vocabulary = makeVocabulary(SEED, Math.min(30_000, 4_000 + documents));
  const material: Material = {
    seed: SEED,
    form,
    titles: makeTitles(SEED + 1, vocabulary, titleCount),
    sentences: makeSentences(SEED + 2, vocabulary, 5_000),
    outlines: outlinesOf(SEED + 3, documents, titleCount),
    pathOf: (self) =>
      `${pad(Math.floor(self / 1000), 3)}/${pad(self, 6)}_${hash(self)}.${form === 'bare' ? 'txt' : 'md'}`,
  };
  // Under another name until it is whole: what has the right name is used again without a look into it.
  const draft = `${root}.draft`;
  rmSync(draft, { recursive: true, force: true });
  const bytes = writeAll(draft, material, documents);
  const truth = truthOf(material, documents, bytes);
  renameSync(draft, root);
  return { name: root, root, truth };
}

function writeAll(root: string, material: Material, documents: number): number {
  let bytes = 0;
  for (let self = 0; self < documents; self++) {
    const path = join(root, material.pathOf(self));
    if (self % 1000 === 0) mkdirSync(dirname(path), { recursive: true });
    const text = Buffer.from(write(material, self));
    writeFileSync(path, text);
    bytes += text.length;
  }
  return bytes;
}

function truthOf(material: Material, documents: number, bytes: number): Truth {
  const { outlines, titles, pathOf, form } = material;
  const places = countPlaces(outlines, titles.length);
  const known = places.subarray(0, documents);
  const most = known.indexOf(known.reduce((a, b) => Math.max(a, b), 0));
  const notes = outlines.flatMap(({ isInquiry }, self) => (isInquiry ? [] : [self]));
  const citing = (target: number): number | undefined => notes.find((self) => outlines[self]!.body.includes(target));
  const few = notes.find((self) => known[self]! >= 3 && known[self]! <= 8 && citing(self) !== undefined)!;
  const named = (self: number): Named => {
    const at = linkIn(material, citing(self)!, self);
    return { path: pathOf(self), title: titles[self]!, places: places[self]!, own: 0, at };
  };
  const step = Math.max(1, Math.floor(notes.length / DEFINITIONS));
  const definitions = notes
    .filter((_, nth) => nth % step === 0)
    .flatMap((self) => {
      const target = outlines[self]!.body.find((each) => each < documents);
      return target === undefined ? [] : [linkIn(material, self, target)];
    });
  return {
    form,
    documents,
    bytes,
    links: places.reduce((a, b) => a + b, 0),
    mostLinked: named(most),
    fewLinks: named(few),
    definitions: definitions.slice(0, DEFINITIONS),
    changeable: notes.slice(0, MOST_CHANGED).map(pathOf),
  };
}

/** Where a note's text names another: after its title and description. */
function linkIn(material: Material, self: number, target: number): Link {
  const { form, pathOf, titles } = material;
  const path = pathOf(self);
  const name = nameOf(form, path, { path: pathOf(target), title: titles[target]! });
  const lines = write(material, self).split('\n');
  const line = lines.findIndex((text, at) => at >= 2 && text.includes(name));
  // In a link the destination is meant, for those who look there only.
  const inside = form === 'links' ? name.indexOf('](') + 4 : 6;
  const character = lines[line]!.indexOf(name) + inside;
  return { path, line, character, target: pathOf(target), title: titles[target]!, typeAt: 0 };
}

const pad = (number: number, size: number): string => String(number).padStart(size, '0');
const hash = (number: number): string => (Math.imul(number + 1, 0x9e3779b1) >>> 0).toString(16).padStart(8, '0');
