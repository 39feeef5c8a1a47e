import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  TextDocumentPositionParams,
} from 'vscode-languageserver';
import * as core from '../core/index.ts';
import { type At, fromPosition } from './fromProto.ts';
import { textIn } from './params.ts';
import type { Session } from './session.ts';
import { toCallHierarchyItem, toRange } from './toProto.ts';

// Where documents come from and lead to, in the protocol's words for calls: who uses a note "calls" it.

export function prepareCallHierarchy(session: Session, params: TextDocumentPositionParams): CallHierarchyItem[] | null {
  const found = fromPosition(session, params);
  if (!found) return null;
  const documents = core.provenance(found.corpus.snapshot, found.at);
  return documents.length > 0 ? documents.map((each) => toCallHierarchyItem(found.corpus, each)) : null;
}

export function incomingCalls(session: Session, { item }: { item: CallHierarchyItem }): CallHierarchyIncomingCall[] {
  const found = fromItem(session, item);
  if (!found) return [];
  const { corpus } = found;
  return core.followForward(corpus.snapshot, found.document).map(({ document, places }) => ({
    from: toCallHierarchyItem(corpus, document),
    fromRanges: places.map((place) => toRange(document.lines, place)),
  }));
}

export function outgoingCalls(session: Session, { item }: { item: CallHierarchyItem }): CallHierarchyOutgoingCall[] {
  const found = fromItem(session, item);
  if (!found) return [];
  const { corpus, document } = found;
  return core.traceBack(corpus.snapshot, document).map((step) => ({
    to: toCallHierarchyItem(corpus, step.document),
    fromRanges: step.places.map((place) => toRange(document.lines, place)),
  }));
}

/** The document of an item that was made some time ago: at its path, or else the one that has its title now. */
function fromItem(session: Session, { uri, data }: CallHierarchyItem): At | undefined {
  const [path, title] = [textIn(data, 'path'), textIn(data, 'title')];
  const corpus = session.corpusOf(uri);
  if (!corpus) return undefined;
  const there = core.documentAt(corpus.snapshot, path);
  if (there) return { corpus, document: there };
  const found = core.findTitle(corpus.snapshot, title);
  return found.status === 'resolved' ? { corpus, document: found.target } : undefined;
}
