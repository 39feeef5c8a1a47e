/** What client and server do about a document that brings the server down. */

/**
 * Answered at once, whatever else is asked or read: who gets no answer for long knows that the server is stuck. No params, and
 * `null` for an answer.
 */
export const pulseRequest = 'noteCorpus/pulse';

/**
 * From the client: of the documents that are left out (`InitializationOptions`), since they brought the server down, only these, by
 * uri, still are. One that is in its corpus by now stays there until that is read anew.
 */
export const leaveOutNotification = 'noteCorpus/leaveOut';
export interface LeaveOutParams {
  readonly uris: readonly string[];
}

/** From the client: some changes of files may have gone unnoticed, since its window was away. No params. */
export const lookAgainNotification = 'noteCorpus/lookAgain';

/** What the server has to say for a report, without a word of a note. No params. */
export const reportRequest = 'noteCorpus/report';
export interface ReportResult {
  /** How each folder was read last. */
  readonly readings: readonly LastReading[];
  /** Of memory, that the server's process has of the system; 0 where that is not known. */
  readonly megabytes: number;
}
export interface LastReading {
  readonly milliseconds: number;
  /** How many files there are, and how many of them had to be read. */
  readonly files: number;
  readonly read: number;
  /** Whether the others were known from the last time. */
  readonly cache: boolean;
}

/**
 * The trail: a file in which the server writes what it is at work on, before it begins, so that whoever finds it dead knows.
 * It has a slot of so many bytes for each thread: two for the length (little-endian), then the absolute path of a file, or several
 * with a NUL between them, in UTF-8. The length is 0 while it is at work on no document.
 */
export const trailSlot = 4096;

/** The paths in a trail: what the server was at work on. */
export function workingIn(trail: Uint8Array): string[] {
  const paths: string[] = [];
  for (let at = 0; at + 2 <= trail.length; at += trailSlot) {
    const length = Math.min(trail[at]! + 256 * trail[at + 1]!, trailSlot - 2);
    const text = new TextDecoder().decode(trail.subarray(at + 2, at + 2 + length));
    paths.push(...text.split('\0').filter((path) => path !== ''));
  }
  return [...new Set(paths)];
}
