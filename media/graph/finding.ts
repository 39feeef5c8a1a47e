/**
 * Where the search box looks: in the map's own nodes where the map is shown, else in the whole corpus, which the server knows.
 */
import type { GraphNode } from '../../server/protocol.ts';
import type { FromGraph, Hit } from './messages.ts';
import { type Stop, soon } from './motion.ts';
import type { GraphMap } from './picture.ts';
import { createSearch, type Search } from './search.ts';
import { mostHits } from './searchBox.ts';

export interface Finding {
  begin(): void;
  look(query: string): void;
}

/** The server is asked when nothing was typed for so long, in milliseconds. */
const pause = 80;
/** Making ready holds the page no longer than this at a time, in milliseconds. */
const slice = 8;

/** `map` gives the map while it is shown; `found` hears of hits. */
export function createFinding(
  map: () => GraphMap | undefined,
  tell: (message: FromGraph) => void,
  found: (query: string, hits: readonly Hit[]) => void,
): Finding {
  let nodes: readonly GraphNode[] | undefined;
  let search: Search<GraphNode> | undefined;
  let stop: Stop = () => {};
  let timer: number | undefined;

  const searchOf = (shown: GraphMap): Search<GraphNode> => {
    const now = shown.nodes();
    if (search === undefined || now !== nodes) search = createSearch(now);
    nodes = now;
    return search;
  };
  const prepare = (): void => {
    const shown = map();
    if (shown && !searchOf(shown).prepare(slice, () => performance.now())) stop = soon(prepare);
  };
  return {
    begin: () => {
      stop();
      prepare();
    },
    look: (query) => {
      window.clearTimeout(timer);
      const shown = map();
      if (shown) return found(query, searchOf(shown).look(query, mostHits));
      timer = window.setTimeout(() => tell({ type: 'find', query }), pause);
    },
  };
}
