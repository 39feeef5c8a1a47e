import { mayBeDocument } from '../core/index.ts';
import type { Corpus } from './corpus.ts';
import type { Log } from './guard.ts';
import type { Session } from './session.ts';

/** All files are not looked at more often, in milliseconds. */
const REST = 10_000;

/** So many changes at once are a checkout, say, of which a watcher may lose some. */
const STORM = 500;

/** What a watcher has to say after many changes comes within this time, in milliseconds; what does not come by then was lost. */
const CALM = 1000;

/**
 * Looks for files that came, went or changed without anybody saying so: watchers lose events, above all of many changes at once.
 * Only names, sizes and times are looked at, when the editor asks for it (its window was away) and after many changes: never
 * while nothing happens.
 */
export function sweeper(session: Session, log: Log, now: () => number = () => performance.now()): () => void {
  let looked = Number.NEGATIVE_INFINITY;
  let soon: ReturnType<typeof setTimeout> | undefined;
  /** So many of the changes to come were found here. */
  let found = 0;
  const look = async (): Promise<void> => {
    looked = now();
    await session.ready();
    for (const corpus of session.corpora) {
      const paths = await unannounced(corpus);
      if (paths.length > 0) session.filesChanged(paths.map(corpus.uris.uriOf));
      found += paths.length;
    }
  };
  const start = (): void => void look().catch(log.failed);
  session.whenFilesChanged = (files) => {
    // Else files that seem to change with each look, as those written by a clock that is fast, were looked at for ever.
    const others = files - found;
    found = 0;
    if (others < STORM) return;
    clearTimeout(soon);
    soon = setTimeout(start, CALM);
  };
  return () => {
    if (now() - looked >= REST) start();
  };
}

/** Paths of the files of a corpus that are not on the disk as they are known. */
async function unannounced(corpus: Corpus): Promise<string[]> {
  const listed = await corpus.listAgain();
  const { files } = corpus.snapshot;
  const there = new Set(listed);
  const came = listed.filter((path) => !files.has(path));
  const went = [...files].filter((path) => !there.has(path) && corpus.versionOf(path) === undefined);
  const stayed = listed.filter((path) => files.has(path) && mayBeDocument(path));
  return [...came, ...went, ...(await corpus.changedOnDisk(stayed))];
}
