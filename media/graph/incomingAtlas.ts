/**
 * The gate for whole graphs: all columns are there, and as long as they are to be. What is in them, the map makes sure of.
 */
import type { Atlas, AtlasChange } from '../../server/protocol.ts';
import { isCount, isRecord } from './incoming.ts';
import { sizeOf } from './map/columns.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Whether a value has the shape of an atlas, or of a change of one. */
export function isAtlas(value: unknown): value is Atlas | AtlasChange {
  if (!isRecord(value) || !isCount(value.number) || !isRecord(value.nodes) || !isRecord(value.edges)) return false;
  const nodes = nodesIn(value.nodes);
  if (nodes === undefined || !areEdges(value.edges)) return false;
  if (value.type === 'atlas') return isRecord(value.groups) && areGroups(value.groups);
  const isChange = value.type === 'change' && isCount(value.since);
  return isChange && sizeOf(value.changed) === nodes * 4 && isOf32(value.gone) && isOf32(value.rewritten);
}

/** How many nodes these columns tell of; `undefined` where they do not agree. */
function nodesIn({ ids, titles, kinds, tagNames, tagStarts, tags, x, y, groups }: Fields): number | undefined {
  if (!areTexts(ids) || !areTexts(titles) || !areTexts(tagNames)) return undefined;
  const count = ids.length;
  const agree =
    titles.length === count &&
    sizeOf(kinds) === count &&
    [x, y, groups].every((column) => sizeOf(column) === count * 4) &&
    sizeOf(tagStarts) === (count + 1) * 4;
  return agree && isOf32(tags) ? count : undefined;
}

function areEdges({ sources, targets, roles, counts }: Fields): boolean {
  const count = sizeOf(roles);
  return (
    count !== undefined &&
    sizeOf(sources) === count * 4 &&
    sizeOf(targets) === count * 4 &&
    sizeOf(counts) === count * 2
  );
}

function areGroups({ parents, x, y, radii }: Fields): boolean {
  const bytes = sizeOf(parents);
  return isOf32(parents) && [x, y, radii].every((column) => sizeOf(column) === bytes);
}

const areTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');

const isOf32 = (column: unknown): boolean => (sizeOf(column) ?? 1) % 4 === 0;
