import type { Refused } from './edits.ts';

/** The refusal to change a document whose text is no longer the one that the index knows. */
export const movedOn = (path: string): Refused => ({
  refused: `“${path}” has changed meanwhile, so nothing was changed. Try again.`,
});
