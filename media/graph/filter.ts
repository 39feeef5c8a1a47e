/**
 * What is left in of a graph: changing a filter part by part, and saying what it does. Pure.
 */
import type { GraphFilter, NodeKind, SectionRole } from '../../server/protocol.ts';
import { kinds, kindWord, roles, roleWord } from './words.ts';

/** A filter with another part; a part that says nothing is not there. */
export function withPart<K extends keyof GraphFilter>(
  filter: GraphFilter,
  part: K,
  value: GraphFilter[K] | undefined,
): GraphFilter {
  const { [part]: _, ...rest } = filter;
  return value === undefined || value === '' || value === 'shown' ? rest : { ...rest, [part]: value };
}

export const showsKind = ({ kinds: only }: GraphFilter, kind: NodeKind): boolean => only?.includes(kind) ?? true;
export const showsRole = ({ roles: only }: GraphFilter, role: SectionRole): boolean => only?.includes(role) ?? true;

/** A filter that lets a kind in that it kept out, or the other way round. */
export function toggleKind(filter: GraphFilter, kind: NodeKind): GraphFilter {
  return withPart(filter, 'kinds', toggled(kinds, filter.kinds, kind));
}

/** A filter that lets edges of a role in that it kept out, or the other way round. */
export function toggleRole(filter: GraphFilter, role: SectionRole): GraphFilter {
  return withPart(filter, 'roles', toggled(roles, filter.roles, role));
}

/** Those of `all` that are left in after one of them was turned over; undefined where that is all of them. */
function toggled<T>(all: readonly T[], only: readonly T[] | undefined, one: T): readonly T[] | undefined {
  const before = new Set(only ?? all);
  if (!before.delete(one)) before.add(one);
  const after = all.filter((each) => before.has(each));
  return after.length === all.length ? undefined : after;
}

/** What the filter does, a few words for each of its parts; nothing where all is shown. */
export function filterWords(filter: GraphFilter): readonly string[] {
  const said: string[] = [];
  if (filter.kinds) said.push(`without ${but(kinds, filter.kinds, kindWord)}`);
  if (filter.roles) said.push(`without ${but(roles, filter.roles, roleWord)}`);
  if (filter.folder !== undefined) said.push(`in ${filter.folder}`);
  if (filter.tag !== undefined) said.push(`tagged #${filter.tag}`);
  if (filter.orphans === 'hidden') said.push('without orphans');
  if (filter.orphans === 'alone') said.push('orphans alone');
  return said;
}

function but<T>(all: readonly T[], left: readonly T[], word: (each: T) => string): string {
  return all
    .filter((each) => !left.includes(each))
    .map(word)
    .join(', ');
}
