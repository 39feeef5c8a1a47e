import { CancellationTokenSource, type Disposable, workspace } from 'vscode';
import { type GraphFilter, type GraphParams, type GraphResult, graphRequest } from '../../server/protocol.ts';
import type { Session } from '../session/session.ts';
import type { Stand } from './stand.ts';

/** Asks for the neighbourhood of where the graph stands; a new question overtakes the one before. */
export interface Neighbourhood extends Disposable {
  /**
   * @param folder of the corpus
   * @param showsAll whether the whole corpus is shown where there is no focus
   */
  ask(stand: Stand, folder: string, filter: GraphFilter, showsAll: boolean): void;
  stop(): void;
}

export interface NeighbourhoodEvents {
  told(graph: GraphResult, depth: number): void;
  /** There is nothing to draw, and why. */
  empty(message: string): void;
  /** There is no node where the graph stands. */
  lost(): void;
}

/** Nothing asked yet. */
export function askNeighbourhood(session: Session, { told, empty, lost }: NeighbourhoodEvents): Neighbourhood {
  let asking: CancellationTokenSource | undefined;
  let isShown = false;

  const ask = async (stand: Stand, folder: string, filter: GraphFilter, showsAll: boolean): Promise<void> => {
    asking?.cancel();
    const mine = new CancellationTokenSource();
    asking = mine;
    const { uri = folder, focus } = stand;
    const depth = stand.depth ?? workspace.getConfiguration('noteCorpus').get<number>('graph.depth', 1);
    const isFiltered = Object.keys(filter).length > 0;
    const params: GraphParams = { uri, depth, ...(focus !== undefined && { focus }), ...(isFiltered && { filter }) };
    const graph = await session.ask<GraphResult>(graphRequest, params, mine.token);
    if (mine.token.isCancellationRequested) return;
    if (!graph) {
      if (!isShown) empty('The graph could not be read. The log of Note Corpus says why.');
    } else if (focus !== undefined && graph.focus !== focus) lost();
    else if (graph.focus === null && !showsAll) empty('Open a document of the corpus to see what lies around it.');
    else if (graph.nodes.length === 0 && !isFiltered) empty('This corpus has no documents yet.');
    else {
      isShown = true;
      told(graph, depth);
    }
  };

  return {
    ask: (...question) => void ask(...question),
    stop: () => asking?.cancel(),
    dispose: () => asking?.cancel(),
  };
}
