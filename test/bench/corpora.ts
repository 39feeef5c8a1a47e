import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { mend } from './disk.ts';
import { GENERATION, generate } from './generate.ts';
import { rewriteLinks } from './rewrite.ts';
import { markdownIn, scanWikilinks } from './scan.ts';
import { plainTextsIn, scanTitles } from './scanTitles.ts';
import type { Corpus, Form, Truth } from './truth.ts';

/** Where corpora are kept between runs. Nothing is ever measured, and so changed, where a person keeps their notes. */
export const CACHE = process.env.NOTE_CORPUS_BENCH ?? join(tmpdir(), 'note-corpus-bench');

const PUBLIC = resolve(import.meta.dirname, '../../../shared/corpora/interconnected-10k.tar.xz');

/** One corpus, in the forms that it can be had in. */
export interface Family {
  readonly name: string;
  /** What it is, for the results. */
  readonly about: string;
  /** Where that is known before it is made. */
  readonly documents?: number;
  readonly forms: Partial<Record<Form, () => Corpus>>;
}

export function seeds(documents: number): Family {
  const name = `seeds-${documents / 1000}k`;
  const form = (form: Form) => () =>
    kept(`${name}-${form}-${GENERATION}`, (root) => generate(root, documents, form).truth);
  return {
    name,
    about: 'generated in the style of the seeds',
    documents,
    forms: { bare: form('bare'), links: form('links') },
  };
}

export function publicCorpus(): Family | undefined {
  if (!existsSync(PUBLIC)) return undefined;
  const unpack = (root: string): void => {
    const parts = `${root}.parts`;
    mkdirSync(parts, { recursive: true });
    const { status } = spawnSync('tar', ['xf', PUBLIC, '-C', parts], { stdio: 'inherit' });
    if (status !== 0) throw new Error(`tar could not unpack ${PUBLIC}`);
    renameSync(join(parts, 'Markdown/10000s/10000'), root);
    rmSync(parts, { recursive: true });
  };
  return withWikilinks('public-10k', 'the public corpus of 10,000 interconnected notes', unpack);
}

/** A folder of somebody's: what is measured is a copy of its Markdown files, or of its plain texts where it has no other. */
export function directory(given: string): Family {
  const root = resolve(given);
  const name = `${basename(root)}-${createHash('sha256').update(root).digest('hex').slice(0, 8)}`;
  // Its files may be others today.
  for (const form of ['bare', 'wikilinks', 'links'])
    rmSync(join(CACHE, `${name}-${form}`), { recursive: true, force: true });
  const copy = (paths: readonly string[], to: string): void => {
    for (const path of paths) cpSync(join(root, path), join(to, path));
  };
  const markdown = markdownIn(root);
  if (markdown.length > 0)
    return withWikilinks(name, `a copy of the Markdown files of ${given}`, (to) => copy(markdown, to));
  const bare = (): Corpus =>
    kept(`${name}-bare`, (to) => {
      copy(plainTextsIn(root), to);
      return scanTitles(to);
    });
  return { name, about: `a copy of the texts of ${given}`, forms: { bare } };
}

function withWikilinks(name: string, about: string, fill: (root: string) => void): Family {
  const wikilinks = (): Corpus =>
    kept(`${name}-wikilinks`, (root) => {
      fill(root);
      return scanWikilinks(root);
    });
  const links = (): Corpus => kept(`${name}-links`, (root) => rewriteLinks(wikilinks(), root));
  return { name, about, forms: { wikilinks, links } };
}

/** The corpus of that name as it was made once, or made now; files that a run before this one left changed are mended. */
function kept(name: string, make: (root: string) => Truth): Corpus {
  const root = join(CACHE, name);
  const beside = `${root}.truth.json`;
  if (!existsSync(root) || !existsSync(beside)) {
    rmSync(root, { recursive: true, force: true });
    mkdirSync(CACHE, { recursive: true });
    writeFileSync(beside, JSON.stringify(make(root)));
  }
  mend(root);
  return { name, root, truth: JSON.parse(readFileSync(beside, 'utf8')) };
}
