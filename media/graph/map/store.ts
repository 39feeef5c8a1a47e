/**
 * What the map knows: the whole graph, and what the filter leaves in of it. Takes graphs and filters in slices.
 */
import type { Atlas, AtlasChange, GraphFilter, GraphNode } from '../../../server/protocol.ts';
import { type Left, leftBy } from './left.ts';
import { graphNode } from './nearby.ts';
import { atOnce, inSlices, type Stop, stretches, type Work } from './slices.ts';
import { type Whole, wholeOf } from './whole.ts';

export interface Known {
  readonly whole: Whole;
  readonly left: Left;
}

export interface Store {
  take(atlas: Atlas | AtlasChange): boolean;
  filter(filter: GraphFilter, hidden: ReadonlySet<string>): void;
  /** `undefined` until the first graph is read. */
  known(): Known | undefined;
  /** The number of the graph that was taken last, read or not yet. */
  number(): number | undefined;
  /** What is left in, as others know it. */
  nodes(): readonly GraphNode[];
}

/** @param changed hears of every graph that was read, and of every filter. `refused`: that one was no graph after all. */
export function createStore(changed: (known: Known) => void, refused: () => void): Store {
  let known: Known | undefined;
  let number: number | undefined;
  let wanted: { filter: GraphFilter; hidden: ReadonlySet<string> } = { filter: {}, hidden: new Set() };
  let list: readonly GraphNode[] | undefined;
  const waiting: AtlasChange[] = [];
  let stop: Stop | undefined;
  let isReading = false;

  /** Reads a graph and applies the filter; then what came meanwhile. Answers false where it is known at once to be none. */
  const read = (atlas: Atlas | AtlasChange): boolean => {
    let isRefused = false;
    isReading = true;
    run(taken(atlas, known?.whole, wanted), (next) => {
      isReading = false;
      if (next) become(next);
      else {
        isRefused = true;
        number = known?.whole.number;
        waiting.length = 0;
      }
    });
    return !isRefused;
  };
  const run = (work: Work<Known | undefined>, done: (next: Known | undefined) => void): void => {
    stop?.();
    let isNow = true;
    let isDone = false;
    const end = inSlices(work, (next) => {
      isDone = true;
      stop = undefined;
      done(next);
      if (!next && !isNow) refused();
    });
    isNow = false;
    if (!isDone) stop = end;
  };
  const become = (next: Known): void => {
    known = next;
    list = undefined;
    changed(next);
    const after = waiting.shift();
    if (after) read(after);
    else if (next.left.count > 5000) prepare(next);
  };
  /** Makes the list for the search before it is asked for, since it would take long then. */
  const prepare = (of: Known): void => {
    inSlices(listed(of), (made) => {
      if (known === of) list ??= made;
    });
  };

  return {
    take: (atlas) => {
      if (typeof atlas !== 'object' || atlas === null) return false;
      if (atlas.type === 'change' && atlas.since !== number) return false;
      number = atlas.number;
      if (atlas.type === 'change' && stop !== undefined) {
        waiting.push(atlas);
        return true;
      }
      waiting.length = 0;
      if (read(atlas)) return true;
      return false;
    },
    filter: (filter, hidden) => {
      wanted = { filter, hidden };
      // What is being read takes up the filter when it is.
      if (known === undefined || isReading) return;
      run(filtered(known.whole, wanted), (next) => next && become(next));
    },
    known: () => known,
    number: () => number,
    nodes: () => {
      if (known === undefined) return [];
      list ??= atOnce(listed(known));
      return list;
    },
  };

  function* taken(atlas: Atlas | AtlasChange, before: Whole | undefined, by: typeof wanted): Work<Known | undefined> {
    const whole = yield* wholeOf(atlas, before);
    if (!whole) return undefined;
    let next = yield* filtered(whole, by);
    // The reader may have asked for another filter meanwhile.
    while (wanted !== by) {
      by = wanted;
      next = yield* filtered(whole, by);
    }
    return next;
  }
}

function* filtered(whole: Whole, by: { filter: GraphFilter; hidden: ReadonlySet<string> }): Work<Known> {
  return { whole, left: yield* leftBy(whole, by.filter, by.hidden) };
}

/** What is left in, as others know it. */
export function* listed({ whole, left }: Known): Work<readonly GraphNode[]> {
  const nodes: GraphNode[] = [];
  yield* stretches(
    whole.count,
    (from, to) => {
      for (let node = from; node < to; node++) if (left.nodes[node]) nodes.push(graphNode(whole, node, 1));
    },
    512,
  );
  return nodes;
}
