/**
 * The gate: what comes from outside is drawn only if it has the shape of a message of ours.
 */
import type { DetailsResult, EdgeSentence, Range } from '../../server/protocol.ts';
import { isAtlas } from './incomingAtlas.ts';
import { drawable, isKind } from './incomingGraph.ts';
import type { Hit, NamedView, ToGraph } from './messages.ts';

/** The message in `data`, or `undefined` where it is anything else. */
export function incoming(data: unknown): ToGraph | undefined {
  if (!isRecord(data)) return undefined;
  const { type, message, focus, pinned, id, views } = data;
  switch (type) {
    case 'empty':
    case 'said':
      return typeof message === 'string' ? { type, message } : undefined;
    case 'remembered':
      return isList(views, isView) && typeof data.map === 'boolean'
        ? { type, state: data.state, views, map: data.map }
        : undefined;
    case 'views':
      return isList(views, isView) ? { type, views } : undefined;
    case 'show':
      return show(data);
    case 'atlas':
      return isAtlas(data.atlas) && isName(focus) && typeof pinned === 'boolean'
        ? { type, atlas: data.atlas, focus, pinned }
        : undefined;
    case 'stand':
      return isName(focus) && typeof pinned === 'boolean' ? { type, focus, pinned } : undefined;
    case 'details':
      return typeof id === 'string' && isDetails(data.details) ? { type, id, details: data.details } : undefined;
    case 'sentences':
      return typeof id === 'string' && isList(data.sentences, isSentence)
        ? { type, id, sentences: data.sentences }
        : undefined;
    case 'found':
      return typeof data.query === 'string' && isList(data.hits, isHit)
        ? { type, query: data.query, hits: data.hits }
        : undefined;
    case 'expanded': {
      const graph = drawable(data.graph);
      return typeof id === 'string' && graph ? { type, id, graph } : undefined;
    }
    default:
      return undefined;
  }
}

function show({ graph, depth, pinned }: Readonly<Record<string, unknown>>): ToGraph | undefined {
  const drawn = drawable(graph);
  if (!drawn || !isCount(depth) || typeof pinned !== 'boolean') return undefined;
  return { type: 'show', graph: drawn, depth: Math.min(5, Math.max(1, depth)), pinned };
}

const isView = (value: unknown): value is NamedView => isRecord(value) && typeof value.name === 'string';

function isHit(value: unknown): value is Hit {
  return isRecord(value) && typeof value.id === 'string' && typeof value.title === 'string' && isKind(value.kind);
}

function isDetails(value: unknown): value is DetailsResult | null {
  if (value === null) return true;
  return isRecord(value) && isName(value.description) && isList(value.tags, isString);
}

function isSentence(value: unknown): value is EdgeSentence {
  if (!isRecord(value)) return false;
  const { source, target, role, sentence, highlight, uri, range } = value;
  const texts = [source, target, role, sentence, uri].every(isString);
  return texts && isList(highlight, isCount) && highlight.length === 2 && isRange(range);
}

function isRange(value: unknown): value is Range {
  return (
    isRecord(value) &&
    [value.start, value.end].every((end) => isRecord(end) && isCount(end.line) && isCount(end.character))
  );
}

const isString = (value: unknown): value is string => typeof value === 'string';

const isName = (value: unknown): value is string | null => value === null || typeof value === 'string';

function isList<T>(value: unknown, isOne: (each: unknown) => each is T): value is readonly T[] {
  return Array.isArray(value) && value.every(isOne);
}

/** Whether a value is an object of any kind. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** Whether a value is a whole number that counts something. */
export function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
