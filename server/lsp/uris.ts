import { URI } from 'vscode-uri';

/** Uris of one workspace folder, and the paths in it that the core speaks of. */
export interface FolderUris {
  readonly folder: string;
  /** The path in the folder; undefined for a uri outside, and for the folder itself. */
  pathOf(uri: string): string | undefined;
  uriOf(path: string): string;
}

export function folderUris(folder: string): FolderUris {
  const root = URI.parse(folder);
  const base = root.path.endsWith('/') ? root.path : `${root.path}/`;
  const prefix = root.with({ path: base }).toString();
  return {
    folder,
    pathOf(uri) {
      const parsed = parse(uri);
      if (!parsed) return undefined;
      const { scheme, authority, path } = parsed;
      if (scheme !== root.scheme || authority !== root.authority || !sameDrive(path).startsWith(sameDrive(base))) {
        return undefined;
      }
      const inside = path.slice(base.length);
      return isPlain(inside) ? inside : undefined;
    },
    // A list of ten thousand places is ten thousand uris: what needs no escape is put together as it is.
    uriOf: (path) =>
      PLAIN.test(path) ? prefix + path.replaceAll(' ', '%20') : root.with({ path: base + path }).toString(),
  };
}

/** A uri in the one form that all clients' ways of writing it come to; what is no uri stays as it is. */
export const asWritten = (uri: string): string => parse(uri)?.toString() ?? uri;

const PLAIN = /^[\w./~ -]*$/;

/** Undefined for what is no uri: `file:////mud.md`. */
function parse(uri: string): URI | undefined {
  try {
    return URI.parse(uri);
  } catch {
    return undefined;
  }
}

/** Not `../secret.md`, which leads out of the folder, nor `/mud.md` and `a//b.md`, which no client writes. */
const isPlain = (path: string): boolean =>
  path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');

/** Clients write the letter of a Windows drive in either case: `/C:/notes`, `/c:/notes`. */
function sameDrive(path: string): string {
  return /^\/[A-Z]:/.test(path) ? `/${path[1]!.toLowerCase()}${path.slice(2)}` : path;
}
