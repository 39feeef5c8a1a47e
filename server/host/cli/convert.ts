import { relative, resolve, sep } from 'node:path';
import {
  atOnce,
  type Conversion,
  convert,
  type Document,
  documentAt,
  documentsOf,
  edited,
  goesWithAll,
  type Snapshot,
} from '../../core/index.ts';
import { type Arguments, type ConversionArguments, UsageError } from './arguments.ts';
import { printable } from './printable.ts';
import type { Reading } from './readCorpus.ts';
import type { Answer } from './run.ts';
import { type Replacement, replaceFiles } from './writing/replaceFiles.ts';
import { WriteError } from './writing/writeError.ts';
import { writeFolder } from './writing/writeFolder.ts';

/** Converts a document, or all of a corpus, to another layout; without `--write` and `--out` it only says what it would do. */
export function convertCommand({ snapshot, skipped }: Reading, args: Arguments): Answer {
  const plan = args.conversion!;
  const wanted = wantedOf(snapshot, args);
  const answer = atOnce(
    convert(snapshot, wanted, plan.to, { wikilinks: !plan.bare, proven: args.subject === undefined }),
  );
  if ('refused' in answer) return { output: `${printable(answer.refused)}\n`, code: 1 };
  if (skipped.length > 0 && (args.write || plan.out !== undefined)) {
    throw new WriteError('nothing was written, since not all files could be read: links in them could not follow');
  }
  if (args.write) replaceFiles(args.directory, replacementsOf(snapshot, answer));
  if (plan.out !== undefined) writeFolder(args.directory, plan.out, corpusAfter(snapshot, answer));
  return { output: told(answer, plan, args.write), code: answer.unconverted.length > 0 ? 1 : 0 };
}

function wantedOf(snapshot: Snapshot, { subject, directory }: Arguments): Document[] {
  if (subject === undefined) return documentsOf(snapshot).filter(goesWithAll);
  const path = relative(resolve(directory), resolve(subject)).split(sep).join('/');
  if (path.startsWith('../')) {
    throw new UsageError(`“${subject}” does not lie in “${directory}”; name the corpus' folder behind it`);
  }
  const document = documentAt(snapshot, path);
  if (!document) throw new UsageError(`“${subject}” is no document of this corpus`);
  return [document];
}

function replacementsOf(snapshot: Snapshot, { files, edits }: Conversion): Replacement[] {
  const followed = edits.map(({ path, edits }): Replacement => {
    const before = snapshot.textOf(path) ?? '';
    return { from: path, path, before, text: edited(before, edits) };
  });
  return [...followed, ...files];
}

/** All documents as they would be. */
function corpusAfter(snapshot: Snapshot, conversion: Conversion): { path: string; from: string; text: string }[] {
  const changed = new Map(replacementsOf(snapshot, conversion).map((each) => [each.from, each]));
  return documentsOf(snapshot).map(
    ({ path }) => changed.get(path) ?? { path, from: path, text: snapshot.textOf(path) ?? '' },
  );
}

const NAMES = { markdown: 'Markdown', spaced: 'the spaced layout', dense: 'the dense layout' } as const;

function told({ files, edits, unconverted }: Conversion, { to, out }: ConversionArguments, write: boolean): string {
  const isDone = write || out !== undefined;
  const lines = [
    ...files.map(({ from, path }) => (from === path ? path : `${from} → ${path}`)),
    ...edits.map(
      ({ path, edits: { length } }) => `${path}: ${length} ${length === 1 ? 'link follows' : 'links follow'}`,
    ),
    ...unconverted.map(({ refused }) => refused),
  ];
  if (lines.length === 0) return `All of it is in ${NAMES[to]} already.\n`;
  const noun = files.length === 1 ? 'document' : 'documents';
  const verb = isDone ? (files.length === 1 ? 'was' : 'were') : 'would be';
  const stays =
    unconverted.length === 0
      ? ''
      : `; ${unconverted.length} ${unconverted.length === 1 ? 'stays' : 'stay'} as written above`;
  const last = `${files.length} ${noun} ${verb} converted to ${NAMES[to]}${stays}.`;
  const advice = isDone || files.length === 0 ? '' : ' Nothing was written: --write does it, or --out NEW.';
  return [...lines, last + advice].map((line) => `${printable(line)}\n`).join('');
}
