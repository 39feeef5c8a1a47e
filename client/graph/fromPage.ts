import type { FromGraph } from '../../media/graph/messages.ts';

/** A message of the page, or `undefined` for anything that is not exactly one: the page is not trusted. */
export function fromPage(value: unknown): FromGraph | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { type, id, beside, depth, pinned } = value as Record<string, unknown>;
  switch (type) {
    case 'ready':
      return { type };
    case 'walk':
      return typeof id === 'string' ? { type, id } : undefined;
    case 'open':
      return typeof id === 'string' ? { type, id, beside: beside === true } : undefined;
    case 'depth':
      return isDepth(depth) ? { type, depth } : undefined;
    case 'pin':
      return typeof pinned === 'boolean' ? { type, pinned } : undefined;
    default:
      return undefined;
  }
}

/** Whether a value is a number of steps that the graph can be asked for. */
export function isDepth(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 5;
}
