import * as core from '../core/index.ts';
import * as protocol from '../protocol.ts';
import type { Answer } from './asked.ts';
import { backlinkPlaces, backlinks, listUser } from './backlinks.ts';
import { filterIn } from './graphFilter.ts';
import { missingNotes, missingPlaces } from './missing.ts';
import { orphans } from './orphans.ts';
import { outgoing, outgoingPlaces } from './outgoing.ts';
import { countIn, optionalTextIn, textIn } from './params.ts';
import type { Session } from './session.ts';

// What the trees and the graph ask. What is asked is checked, whatever its type promises.

export function answerPanels(answered: Answer): void {
  answered(protocol.backlinksRequest, backlinks);
  answered(protocol.backlinkPlacesRequest, backlinkPlaces);
  answered(protocol.listUserRequest, listUser);
  answered(protocol.outgoingRequest, outgoing);
  answered(protocol.outgoingPlacesRequest, outgoingPlaces);
  answered(protocol.orphansRequest, orphans);
  answered(protocol.missingNotesRequest, missingNotes);
  answered(protocol.missingPlacesRequest, missingPlaces);
  answered(protocol.graphRequest, graph);
}

function graph(session: Session, params: unknown): protocol.GraphResult {
  const uri = textIn(params, 'uri');
  const focus = optionalTextIn(params, 'focus');
  const depth = Math.min(5, countIn(params, 'depth', 1, 1));
  const limit = countIn(params, 'limit', 1, 200);
  const corpus = session.corpusOf(uri);
  if (!corpus) return { focus: null, nodes: [], edges: [], omitted: 0 };
  const id = focus ?? corpus.document(uri)?.path ?? null;
  const { nodes, ...rest } = core.neighbourhood(corpus.snapshot, id, depth, limit, filterIn(params));
  return {
    ...rest,
    nodes: nodes.map(({ path, ...node }) => ({
      ...node,
      uri: path === null ? null : corpus.uris.uriOf(path),
    })),
  };
}
