import type { FileKind, Folder } from './ports.ts';

/** Whether a path is one of these, or lies in one of them. */
export function isAtOrBelow(path: string, places: ReadonlySet<string>): boolean {
  for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
    if (places.has(path.slice(0, end))) return true;
  }
  return false;
}

/** The files at some places on the disk: those themselves, and those below what is a folder. */
export async function filesAt(
  places: ReadonlySet<string>,
  { kindsOf }: Pick<Folder, 'kindsOf'>,
  listAll: () => Promise<readonly string[]>,
): Promise<Set<string>> {
  const kinds = await kindsOf([...places]);
  const at = (kind: FileKind): Set<string> => new Set([...places].filter((_, index) => kinds[index] === kind));
  const [folders, files] = [at('folder'), at('file')];
  if (folders.size > 0) for (const path of await listAll()) if (isAtOrBelow(path, folders)) files.add(path);
  return files;
}

/** The known files at some places where none are any more. Only a folder is looked for among all of them. */
export function goneFrom(known: ReadonlySet<string>, places: readonly string[]): string[] {
  const folders = new Set(places.filter((path) => !known.has(path)));
  const gone = places.filter((path) => known.has(path));
  if (folders.size > 0) for (const path of known) if (isAtOrBelow(path, folders)) gone.push(path);
  return gone;
}

/** Whether a file says which others count. */
export function isOfRules(path: string, { admits }: Pick<Folder, 'admits'>): boolean {
  const rules = /^(?:(.*)\/)?\.gitignore$/.exec(path);
  return rules !== null && (rules[1] === undefined || admits(rules[1]));
}
