import type { Cache, Folder, Hand } from '../../../server/lsp/ports.ts';

/** A folder in memory that counts what is asked of it. */
export interface CountingFolder extends Folder {
  readonly files: Map<string, { text: string; modified: number }>;
  /** Paths in the order in which they were read. */
  reads: string[];
  kept: Uint8Array | undefined;
}

/** @param hands who reads beside this thread. */
export function countingFolder(texts: Readonly<Record<string, string>>, hands: readonly Hand[] = []): CountingFolder {
  const files = new Map(Object.entries(texts).map(([path, text]) => [path, { text, modified: 1 }]));
  const cache: Cache = {
    read: () => folder.kept,
    exists: () => folder.kept !== undefined,
    async write(pieces, give) {
      const all: Uint8Array[] = [];
      for (const piece of pieces) {
        all.push(Uint8Array.from(piece));
        await give();
      }
      folder.kept = new Uint8Array(Buffer.concat(all));
      return true;
    },
  };
  const folder: CountingFolder = {
    files,
    reads: [],
    kept: undefined,
    cache,
    stampsOf: async (paths) =>
      Float64Array.from(
        paths.flatMap((path) => {
          const file = files.get(path);
          return file ? [file.text.length, file.modified] : [-1, -1];
        }),
      ),
    list: async () => [...files.keys()].sort(),
    admits: () => true,
    kindsOf: async (paths) => paths.map((path) => (files.has(path) ? 'file' : 'nothing')),
    read: async (path) => folder.readNow!(path),
    readNow(path) {
      folder.reads.push(path);
      const file = files.get(path);
      if (!file) return { gone: true };
      return { text: file.text, stamp: { size: file.text.length, modified: file.modified, hash: hashOf(file.text) } };
    },
    ...(hands.length > 0 && { hire: () => ({ hands, learn: () => {}, dismiss: async () => {} }) }),
  };
  return folder;
}

/** Good enough for the few texts of a test. */
function hashOf(text: string): number {
  let hash = 7;
  for (let at = 0; at < text.length; at++) hash = (hash * 31 + text.charCodeAt(at)) % 1_000_003;
  return hash;
}
