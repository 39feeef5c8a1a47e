/**
 * Descriptions of what is pointed at: asked for when the pointer rests, one at a time, and never twice.
 */
import type { DetailsResult } from '../../server/protocol.ts';

export interface Details {
  /** What is known of a node; undefined where nothing is yet: then it is asked for, if it is wanted still in a moment. */
  want(id: string): DetailsResult | null | undefined;
  /** Nothing is wanted any more. */
  stop(): void;
  /** An answer came. */
  take(id: string, details: DetailsResult | null): void;
  /** The corpus is another: what was known may not be true any more. */
  forget(): void;
}

/** A pointer that stays so long, in milliseconds, is interested. */
const rest = 120;
/** So many are kept. */
const most = 500;

/** Knows nothing yet. `ask` sends a question; `told` hears of the answer where it is wanted still. */
export function createDetails(
  ask: (id: string) => void,
  told: (id: string, details: DetailsResult | null) => void,
): Details {
  const known = new Map<string, DetailsResult | null>();
  let wanted: string | undefined;
  let asked: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const send = (): void => {
    timer = undefined;
    if (wanted === undefined || asked !== undefined || known.has(wanted)) return;
    asked = wanted;
    ask(asked);
  };
  return {
    want: (id) => {
      const found = known.get(id);
      if (wanted === id) return found;
      wanted = id;
      clearTimeout(timer);
      timer = found === undefined ? setTimeout(send, rest) : undefined;
      return found;
    },
    stop: () => {
      clearTimeout(timer);
      [wanted, timer] = [undefined, undefined];
    },
    take: (id, details) => {
      known.set(id, details);
      const oldest = known.size > most ? known.keys().next().value : undefined;
      if (oldest !== undefined) known.delete(oldest);
      if (asked === id) asked = undefined;
      if (wanted === id) told(id, details);
      else if (wanted !== undefined && timer === undefined) send();
    },
    forget: () => {
      known.clear();
      asked = undefined;
    },
  };
}
