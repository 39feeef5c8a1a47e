/** What hangs together how much, whichever way the references point: items by number, and those beside each in one run. */
export interface Web {
  /** One more than there are items: where the neighbours of each begin. */
  readonly starts: Uint32Array;
  /** Each neighbour once, never the item itself. Both ends know each other. */
  readonly neighbours: Uint32Array;
  readonly weights: Float32Array;
}

export const sizeOf = ({ starts }: Web): number => starts.length - 1;

/**
 * The web of some edges; those between the same two are added up, and those from an item to itself left out.
 *
 * @param weights beside each edge; of an edge that is given in one direction only
 */
export function webOf(
  count: number,
  sources: ArrayLike<number>,
  targets: ArrayLike<number>,
  weights: ArrayLike<number>,
): Web {
  const ends = new Uint32Array(count + 1);
  for (let at = 0; at < sources.length; at++) {
    if (sources[at] === targets[at]) continue;
    ends[sources[at]!]!++;
    ends[targets[at]!]!++;
  }
  for (let item = 1; item <= count; item++) ends[item]! += ends[item - 1]!;
  const all = new Uint32Array(ends[count]!);
  const each = new Float32Array(all.length);
  for (let at = 0; at < sources.length; at++) {
    const [source, target] = [sources[at]!, targets[at]!];
    if (source === target) continue;
    all[--ends[source]!] = target;
    each[ends[source]!] = weights[at]!;
    all[--ends[target]!] = source;
    each[ends[target]!] = weights[at]!;
  }
  return addedUp(ends, all, each);
}

/** The same with each neighbour once; the columns are used again. */
function addedUp(starts: Uint32Array, neighbours: Uint32Array, weights: Float32Array): Web {
  const count = starts.length - 1;
  // Where each neighbour stands in the run of the item at hand.
  const places = new Int32Array(count).fill(-1);
  let length = 0;
  for (let item = 0; item < count; item++) {
    const first = length;
    const [from, to] = [starts[item]!, starts[item + 1]!];
    starts[item] = first;
    for (let at = from; at < to; at++) {
      const neighbour = neighbours[at]!;
      const known = places[neighbour]!;
      if (known >= first) weights[known]! += weights[at]!;
      else {
        places[neighbour] = length;
        neighbours[length] = neighbour;
        weights[length++] = weights[at]!;
      }
    }
  }
  starts[count] = length;
  return { starts, neighbours: neighbours.slice(0, length), weights: weights.slice(0, length) };
}

/** What hangs together among some items, which are called by their places in the list. */
export function webAmong(web: Web, items: Uint32Array): Web {
  const places = new Int32Array(sizeOf(web)).fill(-1);
  for (let at = 0; at < items.length; at++) places[items[at]!] = at;
  const starts = new Uint32Array(items.length + 1);
  const kept: number[] = [];
  const weights: number[] = [];
  for (let at = 0; at < items.length; at++) {
    for (let edge = web.starts[items[at]!]!; edge < web.starts[items[at]! + 1]!; edge++) {
      const place = places[web.neighbours[edge]!]!;
      if (place < 0) continue;
      kept.push(place);
      weights.push(web.weights[edge]!);
    }
    starts[at + 1] = kept.length;
  }
  return { starts, neighbours: Uint32Array.from(kept), weights: Float32Array.from(weights) };
}

/** What hangs together among parts of the items. */
export function webBetween(web: Web, partOf: Uint32Array, parts: number): Web {
  const [sources, targets, weights]: [number[], number[], number[]] = [[], [], []];
  for (let item = 0; item < sizeOf(web); item++) {
    for (let edge = web.starts[item]!; edge < web.starts[item + 1]!; edge++) {
      const neighbour = web.neighbours[edge]!;
      if (neighbour < item || partOf[neighbour] === partOf[item]) continue;
      sources.push(partOf[item]!);
      targets.push(partOf[neighbour]!);
      weights.push(web.weights[edge]!);
    }
  }
  return webOf(parts, sources, targets, weights);
}
