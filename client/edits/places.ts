import { FileType, Uri, workspace } from 'vscode';

/** Why no file may be written, in words that follow its name: "lies in a hidden folder". */
export type Objection = string;

/**
 * The last look at where something is about to be written, whoever wants it: documents below a folder of the workspace, not in hidden
 * folders, and not through a link that may lead out of it. Each folder is looked at once.
 *
 * @param isWindows whether they are written to Windows, or may be
 * @returns asks for one uri, whose name is to be a `new` one, or is one that people have chosen; undefined where nothing is to be
 * said against it
 */
export function placesToWrite(
  isWindows = Uri.file('/a').fsPath.includes('\\'),
): (uri: Uri, name?: 'new') => Promise<Objection | undefined> {
  const looked = new Map<string, Promise<boolean>>();
  const isLink = (uri: Uri): Promise<boolean> => {
    const key = uri.toString();
    const known = looked.get(key) ?? linkAt(uri);
    looked.set(key, known);
    return known;
  };
  return async (uri, name) => {
    const folder = workspace.getWorkspaceFolder(uri)?.uri;
    if (!folder) return 'lies in no folder of this workspace';
    const root = folder.path.replace(/\/*$/, '/');
    if (!uri.path.startsWith(root)) return 'lies in no folder of this workspace';
    const parts = uri.path.slice(root.length).split('/');
    if (uri.query !== folder.query || uri.fragment !== '') return 'is no plain path';
    const objection = objectionTo(parts);
    if (objection) return objection;
    if (name === 'new' && (isOddName(parts.at(-1)!) || (await hasOddFolder(folder, parts, isWindows)))) return oddName;
    // From the folder that the reader has opened, which may itself be a link, down to the file.
    for (let depth = 1; depth <= parts.length; depth++) {
      if (await isLink(below(folder, parts, depth))) return 'lies behind a link to another place';
    }
    return undefined;
  };
}

/** @param parts of the path below the workspace's folder */
function objectionTo(parts: readonly string[]): Objection | undefined {
  if (parts.some((part) => part === '' || part === '.' || part === '..')) return 'is no plain path';
  if (parts.some((part) => part.startsWith('.') || part === 'node_modules')) return 'lies in a hidden folder';
  return /\.(md|markdown|txt)$/i.test(parts.at(-1)!) ? undefined : 'is no document';
}

const oddName: Objection = 'is a name that not every system can have';

/** To Windows `a\b.md` lies in a folder, `a.md:b.md` is another stream of `a.md`, and `con.md` a device: we make none of them. */
const isOddName = (name: string): boolean => FOREIGN.test(name) || /[<>"|?*]|[. ]$/.test(name) || DEVICE.test(name);

/** Windows would take `a\b` for two folders, and `a:b` for another stream; elsewhere people have some: `2024: a year`. */
async function hasOddFolder(folder: Uri, parts: readonly string[], isWindows: boolean): Promise<boolean> {
  for (const [at, part] of parts.slice(0, -1).entries()) {
    if (!FOREIGN.test(part)) continue;
    const isTheirs = !isWindows && !/\p{Cc}/u.test(part) && (await isFolder(below(folder, parts, at + 1)));
    if (!isTheirs) return true;
  }
  return false;
}

const FOREIGN = /[\\:\p{Cc}]/u;
const DEVICE = /^(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³])(?: *\.|$)/i;

const below = (folder: Uri, parts: readonly string[], depth: number): Uri =>
  Uri.joinPath(folder, ...parts.slice(0, depth));

/** What is not there is no link. */
const linkAt = async (uri: Uri): Promise<boolean> => ((await typeAt(uri)) & FileType.SymbolicLink) !== 0;
const isFolder = async (uri: Uri): Promise<boolean> => ((await typeAt(uri)) & FileType.Directory) !== 0;

async function typeAt(uri: Uri): Promise<FileType> {
  return workspace.fs.stat(uri).then(
    ({ type }) => type,
    () => FileType.Unknown,
  );
}
