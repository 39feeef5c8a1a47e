import { type Change, type Finds, mayBeDocument, type Workspace } from '../../core/index.ts';
import type { Crew, DocumentRead, FileRead, Folder, Hand } from '../ports.ts';
import { isDocument } from './condense.ts';
import { ownHand } from './ownHand.ts';

/** Told while files are read: how many are done of how many. Answers false to stop. */
export type Progress = (done: number, all: number) => boolean;

/** So many files are one piece of work: some milliseconds. */
const BATCH = 64;

/** What was found of some files: changes for the workspace, and what could not be read. */
export interface Found {
  readonly changes: readonly Change[];
  readonly files: readonly FileRead[];
}

/**
 * Reads files, condenses them, and looks in them for all names that the corpus will have then: on all the threads that there
 * are. Nothing is applied. Undefined where `progress` wanted no more of it.
 *
 * @param met is told of the documents of each batch as soon as they are read, their names not yet looked for
 */
export async function readFiles(
  workspace: Workspace,
  folder: Folder,
  paths: readonly string[],
  progress: Progress,
  met: (files: readonly FileRead[]) => void = () => {},
): Promise<Found | undefined> {
  const crew = folder.hire?.(paths.filter(mayBeDocument).length, workspace.numbering);
  const hands = [ownHand(workspace, folder), ...(crew?.hands ?? [])];
  try {
    let done = 0;
    const batches = await shared(hands, inBatches(paths), async (hand, batch) => {
      const files = await hand.condense(batch);
      for (const file of files) if (isDocument(file)) workspace.learn(workspace.document(file.path, file.sheet));
      met(files);
      done += batch.length;
      return { result: files, goOn: progress(done, paths.length) };
    });
    const files = batches?.flat();
    const finds = files && (await findNames(workspace, crew, hands, files.filter(isDocument), progress));
    return finds && { changes: changesOf(files, finds, workspace.lexicon.size), files };
  } finally {
    crew?.dismiss();
  }
}

/** Looks for the names of the lexicon in documents; not at all where it has none. Undefined where that was stopped. */
async function findNames(
  workspace: Workspace,
  crew: Crew | undefined,
  hands: readonly Hand[],
  documents: readonly DocumentRead[],
  progress: Progress,
): Promise<Map<string, Finds> | undefined> {
  const found = new Map<string, Finds>();
  if (workspace.lexicon.size === 0) return found;
  crew?.learn(workspace.lexicon);
  const batches = await shared(hands, inBatches(documents), async (hand, batch) => {
    const finds = await hand.scan(batch);
    for (const [at, each] of finds.entries()) if (each) found.set(batch[at]!.path, each);
    return { result: undefined, goOn: progress(documents.length, documents.length) };
  });
  return batches && found;
}

function changesOf(files: readonly FileRead[], finds: ReadonlyMap<string, Finds>, scanned: number): Change[] {
  return files.map((file): Change => {
    if (!isDocument(file)) return file;
    const { path, sheet } = file;
    const found = finds.get(path);
    return { path, condensed: found ? { sheet, finds: found, scanned } : { sheet, scanned: 0 } };
  });
}

function inBatches<T>(items: readonly T[]): (readonly T[])[] {
  const batches: (readonly T[])[] = [];
  for (let at = 0; at < items.length; at += BATCH) batches.push(items.slice(at, at + BATCH));
  return batches;
}

/**
 * Shares batches among hands: each takes the next one when it is done. Answers the results in the batches' order, or
 * undefined where one said not to go on. What a thread fails at is done by this one, the first of the hands.
 */
async function shared<T, R>(
  hands: readonly Hand[],
  batches: readonly (readonly T[])[],
  work: (hand: Hand, batch: readonly T[]) => Promise<{ result: R; goOn: boolean }>,
): Promise<R[] | undefined> {
  const own = hands[0]!;
  const results: R[] = new Array(batches.length);
  const left = batches.map((_, at) => batches.length - 1 - at);
  let stopped = false;
  const lane = async (hand: Hand): Promise<void> => {
    for (let at = left.pop(); at !== undefined && !stopped; at = left.pop()) {
      try {
        const { result, goOn } = await work(hand, batches[at]!);
        results[at] = result;
        stopped ||= !goOn;
      } catch (error) {
        if (hand === own) throw error;
        left.push(at);
        return;
      }
    }
  };
  await Promise.all(hands.map(lane));
  await lane(own);
  return stopped ? undefined : results;
}
