import { type Arrangement, type FromGraph, readFilter } from '../../media/graph/messages.ts';
import { isPicture } from './isPicture.ts';

/** Characters of what a page remembers, as JSON. */
const largestState = 64 * 1024;
/** Characters of a picture. */
const largestPicture = 64 * 1024 * 1024;
/** Characters of an id: a title, or a path. */
const longestId = 20_000;
const longestQuery = 500;
const longestName = 200;
const mostIds = 200;

/** A message of the page, or `undefined` for anything that is not exactly one: the page is not trusted. */
export function fromPage(value: unknown): FromGraph | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { type, id, depth, pinned, name, query, others } = value as Record<string, unknown>;
  switch (type) {
    case 'ready':
      return { type };
    case 'draw':
      return draw(value as Record<string, unknown>);
    case 'walk':
    case 'details':
    case 'expand':
    case 'reveal':
    case 'copyTitle':
    case 'copyLink':
    case 'createNote':
      return isId(id) ? { type, id } : undefined;
    case 'full':
      return id === null || isId(id) ? { type, id } : undefined;
    case 'open': {
      const { beside } = value as Record<string, unknown>;
      return isId(id) ? { type, id, beside: beside === true } : undefined;
    }
    case 'depth':
      return isDepth(depth) ? { type, depth } : undefined;
    case 'pin':
      return typeof pinned === 'boolean' ? { type, pinned } : undefined;
    case 'remember':
    case 'saveView': {
      const state = readState((value as Record<string, unknown>).state);
      return state === undefined ? undefined : { type, state };
    }
    case 'forgetView':
      return isText(name, longestName) ? { type, name } : undefined;
    case 'find':
      return isText(query, longestQuery) ? { type, query } : undefined;
    case 'sentences':
      return isId(id) && Array.isArray(others) && others.length <= mostIds && others.every(isId)
        ? { type, id, others }
        : undefined;
    case 'export':
      return picture(value as Record<string, unknown>);
    default:
      return undefined;
  }
}

/** Whether a value is a number of steps that the graph can be asked for. */
export function isDepth(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 5;
}

/** What a page remembers, as plain JSON of an object; `undefined` for anything else, and where it is too much. */
export function readState(value: unknown): object | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  try {
    const text = JSON.stringify(value);
    return text.length > largestState ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function draw({ type, arrangement, filter, since }: Record<string, unknown>): FromGraph | undefined {
  const read = readFilter(filter);
  if (type !== 'draw' || !isArrangement(arrangement) || !read) return undefined;
  if (since === undefined) return { type, arrangement, filter: read };
  return typeof since === 'number' && Number.isSafeInteger(since) && since >= 0
    ? { type, arrangement, filter: read, since }
    : undefined;
}

function picture({ type, format, data }: Record<string, unknown>): FromGraph | undefined {
  if (type !== 'export' || !isText(data, largestPicture)) return undefined;
  if (format === 'svg') return isPicture(data) ? { type, format, data } : undefined;
  // The first bytes of every PNG (RFC 2083, section 3.1), and nothing but base64.
  return format === 'png' && data.startsWith('iVBORw0KGgo') && /^[\w+/]+={0,2}$/.test(data)
    ? { type, format, data }
    : undefined;
}

const isArrangement = (value: unknown): value is Arrangement =>
  value === 'around' || value === 'lanes' || value === 'map';

const isId = (value: unknown): value is string => isText(value, longestId);

const isText = (value: unknown, longest: number): value is string =>
  typeof value === 'string' && value !== '' && value.length <= longest;
