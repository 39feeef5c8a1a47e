import {
  type Atlas,
  type AtlasEdges,
  type AtlasGroups,
  type AtlasNodes,
  KIND_NUMBERS,
  NO_PARENT,
  ROLE_NUMBERS,
} from '../../../server/protocol.ts';
import { pick, random } from '../random.ts';

// Atlases made up: communities of documents that name each other, and some of others, at places in discs in discs.

/** Numbers as they go over the wire. */
export function column(numbers: Uint8Array | Uint16Array | Uint32Array | Float32Array): string {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength).toString('base64');
}

const WORDS =
  'does slow rising bread keep longer than fast why do quiet rooms change what people remember of long talks rivers bend toward softer banks when old maps mislead careful walkers can rules learn from their exceptions how small errors grow under steady pressure'.split(
    ' ',
  );

interface Disc {
  x: number;
  y: number;
  radius: number;
}

/** A corpus of `count` documents with `each` edges each on the average; the same for the same numbers. */
export function madeUpAtlas(count: number, each = 10, seed = 1): Atlas {
  const next = random(seed);
  const groups = madeUpGroups(count, next);
  const { leaves } = groups;
  const groupOf = new Uint32Array(count);
  const [x, y] = [new Float32Array(count), new Float32Array(count)];
  let node = 0;
  for (const { group, members, disc } of leaves) {
    for (let at = 0; at < members; at++, node++) {
      // Seeds in a sunflower lie evenly.
      const distance = (disc.radius - 3) * Math.sqrt((at + 0.5) / members);
      groupOf[node] = group;
      x[node] = disc.x + distance * Math.cos(at * 2.39996);
      y[node] = disc.y + distance * Math.sin(at * 2.39996);
    }
  }
  return {
    type: 'atlas',
    number: 1,
    nodes: madeUpNodes({ count, groupOf, x, y }, next),
    edges: madeUpEdges(leaves, count, each, next),
    groups: groups.columns,
  };
}

interface Leaf {
  readonly group: number;
  readonly first: number;
  readonly members: number;
  readonly disc: Disc;
}

/** Two levels of communities, of forty to some hundreds of documents. */
function madeUpGroups(count: number, next: () => number): { columns: AtlasGroups; leaves: readonly Leaf[] } {
  const sizes: number[] = [];
  for (let left = count; left > 0; ) {
    const size = Math.min(left, Math.round(25 + 160 * next() ** 3));
    sizes.push(size);
    left -= size;
  }
  const shelves: number[][] = [];
  for (const size of sizes) {
    if (shelves.length === 0 || shelves.at(-1)!.length > 4 + 10 * next()) shelves.push([]);
    shelves.at(-1)!.push(size);
  }
  const packed = shelves.map((shelf) => packedDiscs(shelf.map((size) => 3 + 4.2 * Math.sqrt(size))));
  const outer = packedDiscs(packed.map(({ radius }) => radius + 6));
  const parents = [NO_PARENT];
  const discs: Disc[] = [{ x: 0, y: 0, radius: outer.radius }];
  const leaves: Leaf[] = [];
  let first = 0;
  outer.discs.forEach((disc, shelf) => {
    const parent = parents.push(0) - 1;
    discs.push({ ...disc, radius: disc.radius - 6 });
    packed[shelf]!.discs.forEach((inner, at) => {
      const group = parents.push(parent) - 1;
      const placed = { x: disc.x + inner.x, y: disc.y + inner.y, radius: inner.radius };
      discs.push(placed);
      const members = shelves[shelf]![at]!;
      leaves.push({ group, first, members, disc: placed });
      first += members;
    });
  });
  const told = (part: keyof Disc): string => column(Float32Array.from(discs, (disc) => disc[part]));
  const columns = { parents: column(Uint32Array.from(parents)), x: told('x'), y: told('y'), radii: told('radius') };
  return { columns, leaves };
}

/** Discs side by side: each at the first free place of a spiral. */
function packedDiscs(radii: readonly number[]): { discs: readonly Disc[]; radius: number } {
  const placed: Disc[] = [];
  for (const radius of radii) {
    for (let step = 0; ; step++) {
      const [x, y] = [step * 0.6 * Math.cos(step * 0.35), step * 0.6 * Math.sin(step * 0.35)];
      if (placed.some((other) => Math.hypot(other.x - x, other.y - y) < other.radius + radius + 1)) continue;
      placed.push({ x, y, radius });
      break;
    }
  }
  return { discs: placed, radius: Math.max(1, ...placed.map(({ x, y, radius }) => Math.hypot(x, y) + radius + 2)) };
}

function madeUpNodes(
  { count, groupOf, x, y }: { count: number; groupOf: Uint32Array; x: Float32Array; y: Float32Array },
  next: () => number,
): AtlasNodes {
  const kinds = Uint8Array.from({ length: count }, () => (next() < 0.75 ? 0 : Math.floor(next() * 4)));
  const titles = Array.from(kinds, (_, node) => {
    const words = Array.from({ length: 3 + Math.floor(next() * 9) }, () => pick(next, WORDS));
    return `${words.join(' ').replace(/^./, (letter) => letter.toUpperCase())} ${node}?`;
  });
  const tagNames = ['evidence', 'method', 'method/scan', 'open'];
  const tagStarts = Uint32Array.from({ length: count + 1 }, (_, node) => Math.floor(node / 2));
  return {
    ids: titles.map((title, node) =>
      KIND_NUMBERS[kinds[node]!] === 'missing' ? `missing:${title}` : `part ${groupOf[node]! % 7}/${node}.md`,
    ),
    titles,
    kinds: column(kinds),
    tagNames,
    tagStarts: column(tagStarts),
    tags: column(Uint32Array.from({ length: tagStarts[count]! }, () => Math.floor(next() * tagNames.length))),
    x: column(x),
    y: column(y),
    groups: column(groupOf),
  };
}

/** Eight of ten within the community, the first ones more often; the rest anywhere, a few documents most of all. */
function madeUpEdges(leaves: readonly Leaf[], count: number, each: number, next: () => number): AtlasEdges {
  const total = count * each;
  const [sources, targets] = [new Uint32Array(total), new Uint32Array(total)];
  const roles = Uint8Array.from({ length: total }, () => Math.floor(next() ** 2 * 4));
  let edge = 0;
  for (const { first, members } of leaves) {
    for (let source = first; source < first + members; source++) {
      for (let at = 0; at < each; at++, edge++) {
        const isHere = next() < 0.8 && members > 1;
        const target = isHere ? first + Math.floor(members * next() ** 2) : Math.floor(count * next() ** 3);
        sources[edge] = source;
        targets[edge] = target === source ? (target + 1) % count : target;
      }
    }
  }
  return {
    sources: column(sources),
    targets: column(targets),
    roles: column(roles.map((role) => role % ROLE_NUMBERS.length)),
    counts: column(new Uint16Array(total).fill(1)),
  };
}
