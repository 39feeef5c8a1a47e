import { fold } from '../text/fold.ts';

/** Titles with where nothing is to be reported of them: in the whole corpus (`true`), or in the documents at these paths. */
export type TitlesToIgnore = readonly (readonly [title: string, where: true | readonly string[]])[];

/** Asked for each finding. */
export interface IgnoredTitles {
  has(title: string, path: string): boolean;
}

/** Titles are compared as the corpus compares them all: folded. */
export function ignoredTitles(titles: TitlesToIgnore): IgnoredTitles {
  const known = new Map<string, Set<string> | true>();
  for (const [title, where] of titles) {
    const key = fold(title);
    const before = known.get(key);
    if (where === true || before === true) known.set(key, true);
    else known.set(key, new Set([...(before ?? []), ...where]));
  }
  return {
    has: (title, path) => {
      if (known.size === 0) return false;
      const where = known.get(fold(title));
      return where === true || (where?.has(path) ?? false);
    },
  };
}
