import { communitiesOf } from './communities.ts';
import { pieces } from './pieces.ts';
import { sizeOf, type Web, webAmong, webBetween } from './web.ts';

/** So many stand side by side at most: nodes in a group, and groups in a group. */
export const MOST = 64;

/** Fewer make no community of their own where they have to do with others. */
const FEW = 4;

/** A group: of items, or of groups. */
export type Group = { readonly items: Uint32Array } | { readonly groups: readonly Group[] };

/**
 * Items that have much to do with each other in groups, and groups in groups, a few levels deep. The same web is grouped alike.
 *
 * @param folders a number for each item; where items have nothing to do with each other, those of a folder come together
 */
export function* grouped(web: Web, folders: Uint32Array): Generator<void, Group> {
  const items = Uint32Array.from({ length: sizeOf(web) }, (_, item) => item);
  const all = yield* divided(web, items, folders);
  if (!('items' in all) || items.length <= SMALL) return all;
  // All of them find room in one group: then they are told apart where they are several communities.
  const parts = communitiesIn(web);
  return parts.length > 1 ? { groups: parts.map((part) => ({ items: part })) } : all;
}

/** So few are one group, whatever they have to do with each other. */
const SMALL = 16;

/**
 * The groups that there were, with whom they hold now: what is empty goes, and what grew too large is grouped within.
 *
 * @param parents of the groups, before them; -1 for the first
 * @param groupOf the innermost group of each item
 */
export function* regrouped(
  web: Web,
  folders: Uint32Array,
  parents: Int32Array,
  groupOf: Uint32Array,
): Generator<void, Group> {
  const members: number[][] = Array.from(parents, () => []);
  for (const [item, group] of groupOf.entries()) members[group]!.push(item);
  const inside: Group[][] = Array.from(parents, () => []);
  for (let group = parents.length - 1; group >= 0; group--) {
    const items = Uint32Array.from(members[group]!);
    // Those that were met last come first.
    const groups = inside[group]!.reverse();
    const own = items.length > 0 ? yield* divided(within(web, items), items, pick(folders, items)) : undefined;
    if (own) groups.push(own);
    const found = groups.length === 1 ? groups[0] : groups.length > 0 ? { groups } : undefined;
    if (group === 0) return found ?? { items };
    if (found) inside[parents[group]!]!.push(found);
  }
  return { items: new Uint32Array() };
}

const pick = (column: Uint32Array, items: Uint32Array): Uint32Array => items.map((item) => column[item]!);

/** What hangs together among some items; not looked at where they are too few to be grouped. */
const within = (web: Web, items: Uint32Array): Web => (items.length <= MOST ? NOTHING : webAmong(web, items));

/** @param among what hangs together among `items`, which are called by their places in the list there. */
function* divided(among: Web, items: Uint32Array, folders: Uint32Array): Generator<void, Group> {
  if (items.length <= MOST) return { items };
  const parts = partsOf(among, folders);
  yield;
  const groups: Group[] = [];
  for (const part of parts) {
    groups.push(yield* divided(within(among, part), pick(items, part), pick(folders, part)));
  }
  return groups.length <= MOST ? { groups: flat(groups) } : yield* bundled(among, parts, groups, folders);
}

/** How much of a group one in it holds at most, if that can be helped: else there are discs in discs in discs, and nothing beside. */
const LARGE = 0.25;

/** Puts the groups of a large one in its place, where there is room for all of them. */
function flat(groups: readonly Group[]): Group[] {
  const found = groups.map((group) => ({ group, size: sizeOfGroup(group) }));
  const large = LARGE * found.reduce((sum, { size }) => sum + size, 0);
  for (;;) {
    const fits = ({ group, size }: (typeof found)[number]): boolean =>
      'groups' in group && size > large && found.length + group.groups.length <= MOST + 1;
    const at = found.findIndex(fits);
    if (at < 0) return found.map(({ group }) => group);
    const { groups: inside } = found[at]!.group as { groups: readonly Group[] };
    found.splice(at, 1, ...inside.map((group) => ({ group, size: sizeOfGroup(group) })));
  }
}

const sizeOfGroup = (group: Group): number =>
  'items' in group ? group.items.length : group.groups.reduce((sum, each) => sum + sizeOfGroup(each), 0);

const NOTHING: Web = { starts: new Uint32Array(1), neighbours: new Uint32Array(), weights: new Float32Array() };

/** Too many groups side by side, in groups again. */
function* bundled(
  among: Web,
  parts: readonly Uint32Array[],
  groups: readonly Group[],
  folders: Uint32Array,
): Generator<void, Group> {
  const partOf = new Uint32Array(sizeOf(among));
  for (const [number, part] of parts.entries()) for (const item of part) partOf[item] = number;
  const numbers = Uint32Array.from(parts, (_, number) => number);
  const between = webBetween(among, partOf, parts.length);
  const bundles = yield* divided(
    between,
    numbers,
    numbers.map((number) => folders[parts[number]![0]!]!),
  );
  return withGroups(bundles, groups);
}

function withGroups(bundle: Group, groups: readonly Group[]): Group {
  if ('groups' in bundle) return { groups: bundle.groups.map((each) => withGroups(each, groups)) };
  const inside = [...bundle.items].map((number) => groups[number]!);
  return inside.length === 1 ? inside[0]! : { groups: inside };
}

/** The communities among some items; where there is only one, or none, even pieces. Several in any case. */
function partsOf(web: Web, folders: Uint32Array): Uint32Array[] {
  const communities = communitiesIn(web);
  return communities.length > 1 ? communities : pieces(folders, MOST);
}

/** The communities among some items, the largest first; those of items that have to do with nobody in one. None without ties. */
function communitiesIn(web: Web): Uint32Array[] {
  if (web.neighbours.length === 0) return [];
  const partOf = communitiesOf(web);
  const alone = withoutFew(web, partOf);
  const parts = new Map<number, number[]>();
  for (const [item, part] of partOf.entries()) {
    const key = alone.has(item) ? -1 : part;
    const known = parts.get(key);
    if (known) known.push(item);
    else parts.set(key, [item]);
  }
  const found = [...parts.values()].sort((a, b) => b.length - a.length || a[0]! - b[0]!);
  return found.map((part) => Uint32Array.from(part));
}

/**
 * Gives the members of communities of a few to those that they have most to do with. Answers the items of those that have
 * to do with nobody else.
 */
function withoutFew(web: Web, partOf: Uint32Array): ReadonlySet<number> {
  const sizes = new Map<number, number>();
  for (const part of partOf) sizes.set(part, (sizes.get(part) ?? 0) + 1);
  const few = new Map<number, Map<number, number>>();
  for (const [item, part] of partOf.entries()) {
    if (sizes.get(part)! >= FEW) continue;
    const pulls = few.get(part) ?? new Map<number, number>();
    few.set(part, pulls);
    for (let edge = web.starts[item]!; edge < web.starts[item + 1]!; edge++) {
      const other = partOf[web.neighbours[edge]!]!;
      if (sizes.get(other)! >= FEW) pulls.set(other, (pulls.get(other) ?? 0) + web.weights[edge]!);
    }
  }
  const alone = new Set<number>();
  for (const [item, part] of partOf.entries()) {
    const pulls = few.get(part);
    if (pulls?.size === 0) alone.add(item);
    if (!pulls || pulls.size === 0) continue;
    partOf[item] = [...pulls].reduce((best, each) => (each[1] > best[1] ? each : best))[0];
  }
  return alone;
}
