import { fold } from '../text/fold.ts';

/** Whether some texts together have all words of a filter, or the beginnings of them, whatever their case and marks. */
export type Filter = (...texts: readonly string[]) => boolean;

/** @param wanted words as somebody types them; without any, all texts have them. */
export function filterOf(wanted: string): Filter {
  const words = fold(wanted).split(' ').filter(Boolean).map(fold);
  if (words.length === 0) return () => true;
  return (...texts) => {
    const folded = texts.map(fold);
    return words.every((word) => folded.some((text) => text.includes(word)));
  };
}

/** Whether a filter leaves everything: then nothing has to be looked at. */
export const isEmptyFilter = (wanted: string): boolean => fold(wanted) === '';
