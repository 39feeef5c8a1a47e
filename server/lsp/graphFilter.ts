import type { GraphFilter, NodeKind, SectionRole } from '../protocol.ts';
import { KIND_NUMBERS, ROLE_NUMBERS } from '../protocol.ts';
import { optionalTextIn, ParamsError, textsIn, valueIn } from './params.ts';

/** What of a graph is asked for: nothing is taken for what it is not, since a kind that nobody knows would leave nothing in. */
export function filterIn(params: unknown): GraphFilter {
  const filter = valueIn(params, 'filter');
  if (filter === undefined || filter === null) return {};
  if (typeof filter !== 'object') throw new ParamsError('“filter” must be an object');
  const kinds = wordsIn<NodeKind>(filter, 'kinds', KIND_NUMBERS);
  const roles = wordsIn<SectionRole>(filter, 'roles', ROLE_NUMBERS);
  const folder = optionalTextIn(filter, 'folder')?.replace(/\/+$/, '');
  const tag = optionalTextIn(filter, 'tag')?.replace(/^#/, '');
  const orphans = optionalTextIn(filter, 'orphans');
  if (orphans !== undefined && !isOneOf(ORPHANS, orphans))
    throw new ParamsError(`“orphans” must be one of ${ORPHANS.join(', ')}`);
  return {
    ...(kinds && { kinds }),
    ...(roles && { roles }),
    ...(folder && { folder }),
    ...(tag && { tag }),
    ...(orphans !== undefined && { orphans }),
  };
}

const ORPHANS = ['shown', 'hidden', 'alone'] as const;

const isOneOf = <T extends string>(known: readonly T[], word: string): word is T =>
  (known as readonly string[]).includes(word);

/** A list of known words that may be left out. */
function wordsIn<T extends string>(filter: unknown, key: string, known: readonly T[]): readonly T[] | undefined {
  const value = valueIn(filter, key);
  if (value === undefined || value === null) return undefined;
  const words = textsIn(filter, key, known.length);
  const strange = words.find((word) => !isOneOf(known, word));
  if (strange === undefined) return words as readonly T[];
  throw new ParamsError(`“${key}” must be a list of ${known.join(', ')}`);
}
