import { type Change, mayBeDocument, type Stamp, type Workspace } from '../../core/index.ts';
import type { FileRead, Folder, Hand } from '../ports.ts';
import { isDocument } from './condense.ts';
import { ownHand } from './ownHand.ts';

/** Told while files are read: how many are done of how many. Answers false to stop. */
export type Progress = (done: number, all: number) => boolean;

/** So many files are one piece of work: some milliseconds. */
const BATCH = 64;

/** What was found of some files: changes for the workspace, and what is to be known of the files besides. */
export interface Found {
  readonly changes: readonly Change[];
  readonly seen: readonly Seen[];
}

export interface Seen {
  readonly path: string;
  readonly stamp?: Stamp;
  /** Why it could not be read, where somebody should be told. */
  readonly problem?: string;
  /** Only where the host cannot read it again at once. */
  readonly text?: string;
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
  const seen: Seen[] = [];
  let done = 0;
  /** How many names are looked for; what is typed meanwhile may bring more, which no thread knows. */
  let names = 0;
  const condense = async (hand: Hand, batch: readonly string[]): Promise<FileRead[] | undefined> => {
    const files = await hand.condense(batch);
    for (const file of files) {
      if (isDocument(file)) workspace.learn(file.sheet);
      seen.push(seenOf(file));
    }
    met(files);
    done += batch.length;
    return progress(done, paths.length) ? files : undefined;
  };
  const scan = async (hand: Hand, batch: readonly FileRead[]): Promise<Change[] | undefined> => {
    const changes = await changesOf(hand, batch, names);
    return progress(done, paths.length) ? changes : undefined;
  };
  try {
    const files = await shared(hands, inBatches(paths), condense);
    names = workspace.lexicon.size;
    if (files && names > 0) crew?.learn(workspace.lexicon);
    const changes = files && (await shared(hands, files, scan));
    return changes && { changes: changes.flat(), seen };
  } finally {
    await crew?.dismiss();
  }
}

function seenOf(file: FileRead): Seen {
  const { path, stamp } = file;
  return {
    path,
    ...(stamp && { stamp }),
    ...('problem' in file && { problem: file.problem! }),
    ...('text' in file && { text: file.text! }),
  };
}

/** Looks for the names of the lexicon in the documents of a batch; not at all where it has none. */
async function changesOf(hand: Hand, batch: readonly FileRead[], names: number): Promise<Change[]> {
  const finds = names > 0 ? await hand.scan(batch.filter(isDocument)) : [];
  let at = 0;
  return batch.map((file): Change => {
    if (!isDocument(file)) return 'gone' in file ? { path: file.path, gone: true } : { path: file.path, present: true };
    const { path, sheet } = file;
    const found = finds[at++];
    return { path, condensed: found ? { sheet, finds: found, scanned: names } : { sheet, scanned: 0 } };
  });
}

function inBatches<T>(items: readonly T[]): (readonly T[])[] {
  const batches: (readonly T[])[] = [];
  for (let at = 0; at < items.length; at += BATCH) batches.push(items.slice(at, at + BATCH));
  return batches;
}

/**
 * Shares batches among hands: each takes the next one when it is done. Answers the results in the batches' order, or
 * undefined where one said, by being undefined, not to go on. What a thread fails at is done by this one, the first of the
 * hands. The batches are taken out of their list, so that what is done with them can go.
 */
async function shared<T, R>(
  hands: readonly Hand[],
  batches: T[],
  work: (hand: Hand, batch: T) => Promise<R | undefined>,
): Promise<R[] | undefined> {
  const own = hands[0]!;
  const results: R[] = new Array(batches.length);
  const left = batches.map((batch, at) => ({ batch, at })).reverse();
  batches.length = 0;
  let stopped = false;
  const lane = async (hand: Hand): Promise<void> => {
    for (let next = left.pop(); next && !stopped; next = left.pop()) {
      try {
        const result = await work(hand, next.batch);
        if (result === undefined) stopped = true;
        else results[next.at] = result;
      } catch (error) {
        if (hand === own) throw error;
        left.push(next);
        return;
      }
    }
  };
  await Promise.all(hands.map(lane));
  await lane(own);
  return stopped ? undefined : results;
}
