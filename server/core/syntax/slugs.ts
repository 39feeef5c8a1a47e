import { fold } from '../text/fold.ts';
import type { Heading } from './summary.ts';

/** A heading as links to it are written: `Why mud sticks` is `why-mud-sticks`. */
export function slug(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
}

/** The first heading that a link's fragment names, by its words or its slug: `[[Why mud sticks#Clay]]`, `mud.md#clay`. */
export const headingNamed = (headings: readonly Heading[], fragment: string): Heading | undefined =>
  headings.find(({ text }) => fold(text) === fold(fragment) || slug(text) === slug(fragment));
