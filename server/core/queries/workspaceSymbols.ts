import { searchTitles } from '../index/search.ts';
import type { Snapshot } from '../index/snapshot.ts';
import type { Title } from '../index/titleIndex.ts';

/** Titles and aliases that a query means, the best first, at most `limit`. An empty query gives the first ones by path. */
export function workspaceSymbols(snapshot: Snapshot, query: string, limit = 100): Title[] {
  return searchTitles(snapshot, query, limit);
}
