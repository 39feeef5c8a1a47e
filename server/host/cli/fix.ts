import { type Document, documentAt, documentsOf, edited, type FileEdits, updateLists } from '../../core/index.ts';
import type { Arguments } from './arguments.ts';
import { printable } from './printable.ts';
import { json, placeOf, rangeOf } from './ranges.ts';
import type { Reading } from './readCorpus.ts';
import type { Answer } from './run.ts';
import { replaceFiles } from './writing/replaceFiles.ts';
import { WriteError } from './writing/writeError.ts';

/** Brings all lists of the corpus up to date; without `--write` it only says what it would change. */
export function fixCommand({ snapshot, skipped }: Reading, args: Arguments): Answer {
  const { files, left } = updateLists(snapshot, documentsOf(snapshot));
  if (args.write) {
    if (skipped.length > 0) throw new WriteError('nothing was written, since not all files could be read');
    replaceFiles(
      args.directory,
      files.map(({ path, edits }) => {
        const before = snapshot.textOf(path) ?? '';
        return { from: path, path, before, text: edited(before, edits) };
      }),
    );
  }
  const changed = files.map((each) => ({ ...each, document: documentAt(snapshot, each.path)! }));
  const output = args.format === 'json' ? asJson(changed, left, args.write) : pretty(changed, left, args.write);
  return { output, code: left.length > 0 || (files.length > 0 && !args.write) ? 1 : 0 };
}

type Changed = FileEdits & { readonly document: Document };

const asJson = (changed: readonly Changed[], left: readonly Document[], written: boolean): string =>
  json({
    version: 1,
    written,
    files: changed.map(({ path, edits, document }) => ({
      path,
      edits: edits.map(({ span, before, after }) => ({ range: rangeOf(document, span), before, after })),
    })),
    left: left.map(({ path }) => path),
  });

function pretty(changed: readonly Changed[], left: readonly Document[], written: boolean): string {
  const lines = changed.flatMap(({ path, edits, document }) => [
    path,
    ...edits.flatMap(({ span, before, after }) => {
      const place = placeOf(document, span).padEnd(8);
      const said = [...linesOf('-', before), ...linesOf('+', after)];
      return said.map((each, at) => `  ${at === 0 ? place : ' '.repeat(place.length)}${each}`);
    }),
  ]);
  lines.push(...left.map(({ path }) => `${path}: some list could not be written so that it would be read as meant`));
  if (lines.length === 0) return 'All lists are up to date.\n';
  const many = changed.length === 1 ? '1 document' : `${changed.length} documents`;
  const done = written ? 'were brought up to date' : 'would be brought up to date';
  const advice = written || changed.length === 0 ? '' : ' Nothing was written: --write does it.';
  return [...lines, `The lists of ${many} ${done}.${advice}`].map((line) => `${printable(line)}\n`).join('');
}

const linesOf = (sign: string, text: string): string[] =>
  text
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => `${sign} ${line}`);
