import { type Atlas, type AtlasChange, type GraphResult, KIND_NUMBERS, type NodeKind } from '../../server/protocol.ts';

/** A node that the page was told of. */
export interface KnownNode {
  readonly title: string;
  readonly kind: NodeKind;
  /** Of its document; undefined for a missing note. */
  readonly uri: string | undefined;
}

/** What a page was told of: the only thing in which its ids are looked up. */
export interface Known {
  /** Instead of any neighbourhood before. */
  show(graph: GraphResult): void;
  /** Beside it. */
  add(graph: GraphResult): void;
  /** A whole corpus, or what is different in it. `folder`: its uri. */
  take(atlas: Atlas | AtlasChange, folder: string): void;
  find(id: string): KnownNode | undefined;
  clear(): void;
}

/** Nothing yet. */
export function createKnown(): Known {
  const near = new Map<string, KnownNode>();
  /** Of the whole corpus: its nodes by number, and their numbers by id. */
  const titles: string[] = [];
  const kinds: NodeKind[] = [];
  const numbers = new Map<string, number>();
  let ids: string[] = [];
  let folder = '';

  const add = ({ nodes }: GraphResult): void => {
    for (const { id, title, kind, uri } of nodes) near.set(id, { title, kind, uri: uri ?? undefined });
  };
  const forget = (): void => {
    numbers.clear();
    ids = [];
  };
  const put = (number: number, id: string, title: string, kind: NodeKind): void => {
    const before = ids[number];
    if (before !== undefined && before !== id) numbers.delete(before);
    [ids[number], titles[number], kinds[number]] = [id, title, kind];
    numbers.set(id, number);
  };

  return {
    add,
    show: (graph) => {
      near.clear();
      add(graph);
    },
    take: (atlas, of) => {
      folder = of;
      if (atlas.type === 'atlas') forget();
      const changed = atlas.type === 'change' ? words(atlas.changed) : undefined;
      const ofKinds = atob(atlas.nodes.kinds);
      for (const number of atlas.type === 'change' ? words(atlas.gone) : []) {
        const id = ids[number];
        if (id !== undefined && numbers.get(id) === number) numbers.delete(id);
      }
      atlas.nodes.ids.forEach((id, at) => {
        const kind = KIND_NUMBERS[ofKinds.charCodeAt(at)] ?? 'page';
        put(changed ? (changed[at] ?? at) : at, id, atlas.nodes.titles[at] ?? id, kind);
      });
    },
    find: (id) => {
      const found = near.get(id);
      const number = numbers.get(id);
      if (found || number === undefined) return found;
      const kind = kinds[number] ?? 'page';
      const uri = kind === 'missing' ? undefined : uriIn(folder, id);
      return { title: titles[number] ?? id, kind, uri };
    },
    clear: () => {
      near.clear();
      forget();
    },
  };
}

/** The uri of a document, by the uri of its corpus' folder and its path there. */
const uriIn = (folder: string, path: string): string =>
  `${folder.replace(/\/$/, '')}/${path.split('/').map(encodeURIComponent).join('/')}`;

/** The numbers of a column of u32, little endian, in base64. */
function words(column: string): number[] {
  const bytes = Uint8Array.from(atob(column), (letter) => letter.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, at) => view.getUint32(at * 4, true));
}
