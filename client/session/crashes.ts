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
const pauses = [200, 500, 1_500, 10_000];

/** A server that has run for so long in between has not crashed again and again, in milliseconds. */
const memory = 10 * 60_000;

/** One that has run for so long at least is not waited for longer than the first time. */
const steady = 30_000;

/**
 * What to do after the last of these crashes. A document is left out that the server was at work on twice when it went down, however
 * long ago the first time was; the crashes that it explains do not count any more.
 *
 * @param leftOut what was left out before the last crash
 * @param since in milliseconds since 1970, when the reader last started the server; it is tried as often again from there on
 */
export function nextAfter(crashes: readonly Crash[], leftOut: ReadonlySet<string>, since = 0): Next {
  const last = crashes.at(-1);
  if (!last) return { restartIn: 0, leaveOut: [] };
  const before = new Set(crashes.slice(0, -1).flatMap(({ working }) => working));
  const leaveOut = last.working.filter((uri) => before.has(uri) && !leftOut.has(uri));
  if (leaveOut.length > 0) return { restartIn: pauses[0], leaveOut };
  const unexplained = crashes.filter(({ at, working }) => at >= since && !working.some((uri) => leftOut.has(uri)));
  const times = unexplained.map(({ at }) => at).filter((at) => last.at - at < memory);
  const inARow = times.length - times.findLastIndex((at, index) => index === 0 || at - times[index - 1]! >= steady);
  return { restartIn: times.length > pauses.length ? undefined : pauses[Math.max(0, inARow - 1)], leaveOut };
}
