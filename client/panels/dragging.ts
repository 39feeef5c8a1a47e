import { DataTransferItem, type TreeDragAndDropController } from 'vscode';
import { withoutControls } from '../plain.ts';
import type { Row } from './rows.ts';

/**
 * What goes with rows that are dragged out of a tree: the documents, which an editor of the corpus takes as references
 * (`writing/linkEdits.ts`), and the titles, which any text takes. A missing note has its title alone.
 */
export const dragging: TreeDragAndDropController<Row> = {
  dragMimeTypes: ['text/uri-list', 'text/plain'],
  dropMimeTypes: [],
  handleDrag: (rows, data) => {
    const named = rows.flatMap(({ names }) => names ?? []);
    const uris = named.flatMap(({ uri }) => uri?.toString() ?? []);
    // RFC 2483: lines end so.
    if (uris.length > 0) data.set('text/uri-list', new DataTransferItem(uris.join('\r\n')));
    const titles = named.map(({ title }) => withoutControls(title));
    if (titles.length > 0) data.set('text/plain', new DataTransferItem(titles.join('\n')));
  },
};
