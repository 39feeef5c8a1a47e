import type { Utf8 } from '../../index/stock.ts';
import type { GraphColumns } from './columns.ts';
import type { Standing } from './standing.ts';

// Where nodes stand, as bytes, for a start that need not arrange them again. In this order: five integers (how many nodes,
// groups and bytes of ids there are, and how many nodes came since all was arranged, and grouped), columns of four bytes each for nodes
// (x, y, group, length of the id) and for groups (parent, x, y, radius), and the ids. Bytes are those of this machine: they do
// not travel.

const HEAD = 5;
const OF_NODE = 4;
const OF_GROUP = 4;

/** So many nodes are looked at in a step. */
const STEP = 1024;

/** The bytes, in pieces: whoever writes them can do other work between two. */
export function* keptPlaces({ nodes }: GraphColumns, standing: Standing, utf8: Utf8): Generator<Uint8Array> {
  const { x, y, groupOf, groups, arrived, strangers } = standing;
  const { parents, groupX, groupY, groupRadii } = groups;
  const kept = Uint32Array.from(x.keys()).filter((node) => nodes[node] && !Number.isNaN(x[node]!));
  const ids = Array.from(kept, (node) => nodes[node]!.id);
  const blob = utf8.encode(ids.join(''));
  yield bytesOf(Int32Array.of(kept.length, parents.length, blob.length, arrived, strangers));
  yield bytesOf(Float32Array.from(kept, (node) => x[node]!));
  yield bytesOf(Float32Array.from(kept, (node) => y[node]!));
  yield bytesOf(Int32Array.from(kept, (node) => groupOf[node]!));
  yield bytesOf(Int32Array.from(ids, (id) => id.length));
  for (const column of [parents, groupX, groupY, groupRadii]) yield bytesOf(column);
  yield blob;
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Int32Array | Float32Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

/**
 * Where nodes stood, for those that are there still; the others stand nowhere. Undefined where the bytes do not add up, or
 * most nodes are others. In steps.
 *
 * @param bytes as `keptPlaces` gave them, all in one, at an address that four divides
 */
export function* placesKept(
  { nodes }: GraphColumns,
  bytes: Uint8Array,
  utf8: Utf8,
): Generator<void, Standing | undefined> {
  if (bytes.length < 4 * HEAD) return undefined;
  const [count, groupCount, length, arrived, strangers] = new Int32Array(bytes.buffer, bytes.byteOffset, HEAD);
  const columns = OF_NODE * count! + OF_GROUP * groupCount!;
  if (bytes.length !== 4 * (HEAD + columns) + length!) return undefined;
  let at = bytes.byteOffset + 4 * HEAD;
  const next = (items: number): number => {
    at += 4 * items;
    return at - 4 * items;
  };
  const floats = (items: number): Float32Array => new Float32Array(bytes.buffer, next(items), items).slice();
  const integers = (items: number): Int32Array => new Int32Array(bytes.buffer, next(items), items).slice();
  const [x, y, groupOf, lengths] = [floats(count!), floats(count!), integers(count!), integers(count!)];
  const groups = {
    parents: integers(groupCount!),
    groupX: floats(groupCount!),
    groupY: floats(groupCount!),
    groupRadii: floats(groupCount!),
  };
  const text = utf8.decode(new Uint8Array(bytes.buffer, at, length));
  const numbers = new Map<string, number>();
  let start = 0;
  for (const [number, each] of lengths.entries()) {
    if (number % STEP === 0) yield;
    numbers.set(text.slice(start, start + each), number);
    start += each;
  }
  // A document may stand where a note was missing.
  const rows: (number | undefined)[] = [];
  for (const [number, node] of nodes.entries()) {
    if (number % STEP === 0) yield;
    const id = node && (numbers.has(node.id) ? node.id : `missing:${node.title}`);
    rows.push(id === undefined ? undefined : numbers.get(id));
    if (id !== undefined) numbers.delete(id);
  }
  const from = (column: ArrayLike<number>, otherwise: number): number[] =>
    rows.map((row) => (row === undefined ? otherwise : column[row]!));
  const standing = { groups, x: from(x, Number.NaN), y: from(y, Number.NaN), groupOf: from(groupOf, 0) };
  return groupCount! < 1
    ? undefined
    : { ...standing, step: 0, arrived: arrived!, strangers: strangers!, isCrowded: false };
}
