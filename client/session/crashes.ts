/** One time that the server went down, or was taken down because it did not answer. */
export interface Crash {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Uris of the documents that it was at work on then, as its trail says; mostly one, or none. */
  readonly working: readonly string[];
}

/** What is to be done after a crash. */
export interface Next {
  /** In so many milliseconds it is started again; `undefined` where that was tried often enough. */
  readonly restartIn: number | undefined;
  /** Documents that are left out from now on. */
  readonly leaveOut: readonly string[];
}

/** Milliseconds before the first, second, … start; the crash after the last of them is the end of it. */
const pauses = [200, 1_000, 3_000, 10_000];

/** A server that has run for so long in between has not crashed again and again, in milliseconds. */
const memory = 10 * 60_000;

/**
 * What to do after the last of these crashes. A document is left out that the server was at work on twice when it went down, however
 * long ago the first time was; the crashes that it explains do not count any more.
 *
 * @param leftOut what was left out before the last crash
 */
export function nextAfter(crashes: readonly Crash[], leftOut: ReadonlySet<string>): Next {
  const last = crashes.at(-1);
  if (!last) return { restartIn: 0, leaveOut: [] };
  const before = new Set(crashes.slice(0, -1).flatMap(({ working }) => working));
  const leaveOut = last.working.filter((uri) => before.has(uri) && !leftOut.has(uri));
  const explained = new Set([...leftOut, ...leaveOut]);
  const recent = crashes.filter(({ at }) => last.at - at < memory);
  const count = recent.filter(({ working }) => !working.some((uri) => explained.has(uri))).length;
  const restartIn = leaveOut.length > 0 ? pauses[0] : pauses[Math.max(0, count - 1)];
  return { restartIn, leaveOut };
}
