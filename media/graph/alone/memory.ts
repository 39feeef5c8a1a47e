/**
 * What a page that stands alone remembers from one time to the next, where the browser lets it: a file that is opened from
 * the disk may have no storage, or one that is full.
 */
import type { NamedView } from '../messages.ts';

export interface Memory {
  readonly state: unknown;
  readonly views: readonly NamedView[];
}

/** @param corpus what the corpus is called: pages of several may lie in one place, one after the other. */
export function openMemory(corpus: string): { recall(): Memory; keep(change: Partial<Memory>): boolean } {
  const key = `note-corpus graph ${corpus} ${location.pathname}`;
  let memory = readMemory(stored(key));
  return {
    recall: () => memory,
    keep: (change) => {
      memory = { ...memory, ...change };
      try {
        localStorage.setItem(key, JSON.stringify(memory));
        return true;
      } catch {
        return false;
      }
    },
  };
}

function stored(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

/** What was stored, as far as it can be read: anybody may have written there. */
export function readMemory(value: unknown): Memory {
  if (typeof value !== 'object' || value === null) return { state: null, views: [] };
  const { state, views } = value as Readonly<Record<string, unknown>>;
  return { state: state ?? null, views: Array.isArray(views) ? views.filter(isView) : [] };
}

function isView(value: unknown): value is NamedView {
  return typeof value === 'object' && value !== null && typeof (value as { name?: unknown }).name === 'string';
}

/** Where the reader stood last, and how many steps were shown around it, as the page remembers it. */
export function standingIn(state: unknown): { readonly id?: string; readonly depth?: number } {
  const { walk, depth } = (state ?? {}) as Readonly<Record<string, unknown>>;
  const { id } = ((Array.isArray(walk) ? walk.at(-1) : undefined) ?? {}) as { readonly id?: unknown };
  const isDepth = typeof depth === 'number' && Number.isInteger(depth) && depth >= 1 && depth <= 5;
  return { ...(typeof id === 'string' && { id }), ...(isDepth && { depth }) };
}

/** The views with one more: a name that is there already stands for the new one. */
export const withView = (views: readonly NamedView[], view: NamedView): readonly NamedView[] => [
  ...views.filter(({ name }) => name !== view.name),
  view,
];
