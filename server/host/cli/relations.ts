import {
  atOnce,
  documentsOf,
  isOneSided,
  type Relation,
  relationsOf,
  type Snapshot,
  type SuggestedRelation,
  suggestedRelations,
} from '../../core/index.ts';
import type { Arguments } from './arguments.ts';
import { printable } from './printable.ts';
import { json, placeOf, rangeOf } from './ranges.ts';
import type { Reading } from './readCorpus.ts';
import type { Answer } from './run.ts';

/** What notes say of their related concepts, by path and place; or the pairs that no relation joins. */
export function relationsCommand({ snapshot }: Reading, args: Arguments): Answer {
  if (args.suggested) return suggestedCommand(snapshot, args);
  const all = documentsOf(snapshot).flatMap((document) => relationsOf(snapshot, document));
  const rows = all.map((relation) => ({ relation, oneSided: isOneSided(snapshot, relation) }));
  const wanted = args.oneSided ? rows.filter(({ oneSided }) => oneSided) : rows;
  if (args.format === 'json') {
    const relations = wanted.map(({ relation, oneSided }) => asJson(relation, oneSided));
    return { output: json({ version: 1, relations }), code: 0 };
  }
  const lines = wanted.flatMap(({ relation, oneSided }) => drawn(relation, oneSided && !args.oneSided));
  return { output: lines.map((line) => `${printable(line)}\n`).join(''), code: 0 };
}

const asJson = ({ from, to, title, sentence, type, span }: Relation, oneSided: boolean) => ({
  path: from.path,
  range: rangeOf(from, span),
  from: from.title.text,
  to: title,
  target: to?.path ?? null,
  type,
  relation: sentence,
  oneSided,
});

function drawn({ from, to, title, sentence, span }: Relation, oneSided: boolean): string[] {
  const marks = [...(to ? [] : ['no document has this title']), ...(oneSided ? ['one-sided'] : [])];
  const mark = marks.length > 0 ? ` (${marks.join(', ')})` : '';
  const head = `${from.path}:${placeOf(from, span)} ${from.title.text} → ${title}${mark}`;
  return [head, ...(sentence === null ? [] : [`  ${sentence}`])];
}

/** By so many inquiring lines two notes must be cited together; as the setting has it where nobody has set it. */
const LEAST = 3;

/** More nobody reads. */
const MOST = 1000;

function suggestedCommand(snapshot: Snapshot, { format }: Arguments): Answer {
  const pairs = atOnce(suggestedRelations(snapshot, LEAST, MOST));
  if (format === 'json') {
    const suggested = pairs.map(({ a, b, together }) => ({
      notes: [a, b].map(({ path, title }) => ({ path, title: title.text })),
      inquiries: together.map(({ path }) => path),
    }));
    return { output: json({ version: 1, suggested }), code: 0 };
  }
  return {
    output: pairs
      .flatMap(pairDrawn)
      .map((line) => `${printable(line)}\n`)
      .join(''),
    code: 0,
  };
}

const pairDrawn = ({ a, b, together }: SuggestedRelation): string[] => [
  `${a.title.text} (${a.path})`,
  `${b.title.text} (${b.path})`,
  `  cited together by ${together.length} inquiring lines, no relation: ${together.map(({ path }) => path).join(', ')}`,
];
