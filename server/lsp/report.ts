import type { ReportResult } from '../protocol.ts';
import type { Session } from './session.ts';

/** What the server has to say for a report: figures, and no word of a note. */
export function report(session: Session): ReportResult {
  const readings = session.corpora.map(({ lastReading }) => lastReading).filter((each) => each !== undefined);
  return { readings, megabytes: megabytes() };
}

/** The server runs in a browser, too, where there is no such thing. */
function megabytes(): number {
  const { process } = globalThis as { process?: { memoryUsage?: { rss?(): number } } };
  return Math.round((process?.memoryUsage?.rss?.() ?? 0) / 1024 / 1024);
}
