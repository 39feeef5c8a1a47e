import type { Place } from '../../server/protocol.ts';
import type { Editor } from './client.ts';

/** Places as a panel shows them: where each is, and its sentence with the title in ‹…›. */
export const shownPlaces = (editor: Editor, places: readonly Place[]): string =>
  places
    .map(({ uri, range, form, role, sentence, highlight: [start, end] }) => {
      const marked = `${sentence.slice(0, start)}‹${sentence.slice(start, end)}›${sentence.slice(end)}`;
      return `  ${editor.drawn(uri, range).split(' ')[0]} ${form} in ${role}: ${marked}`;
    })
    .join('\n');
