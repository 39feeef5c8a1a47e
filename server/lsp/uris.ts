import { URI } from 'vscode-uri';

/** Uris of one workspace folder, and the paths in it that the core speaks of. */
export interface FolderUris {
  readonly folder: string;
  /** The path in the folder; undefined for a uri outside. */
  pathOf(uri: string): string | undefined;
  uriOf(path: string): string;
}

export function folderUris(folder: string): FolderUris {
  const root = URI.parse(folder);
  const base = root.path.endsWith('/') ? root.path : `${root.path}/`;
  return {
    folder,
    pathOf(uri) {
      const { scheme, authority, path } = URI.parse(uri);
      if (scheme !== root.scheme || authority !== root.authority || !sameDrive(path).startsWith(sameDrive(base))) {
        return undefined;
      }
      return path.slice(base.length);
    },
    uriOf: (path) => root.with({ path: base + path }).toString(),
  };
}

/** Clients write the letter of a Windows drive in either case: `/C:/notes`, `/c:/notes`. */
function sameDrive(path: string): string {
  return /^\/[A-Z]:/.test(path) ? `/${path[1]!.toLowerCase()}${path.slice(2)}` : path;
}
