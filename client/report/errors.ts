/** An error or a warning of the log, as it may be shown to others (`redact.ts`). */
export interface Told {
  /** Milliseconds since 1970, of the last time. */
  readonly at: number;
  readonly what: string;
  readonly times: number;
}

/** So many are remembered. */
const most = 20;

/** The last of these errors, each once, and how often it came; the last one last. */
export function remember(before: readonly Told[], what: string, at: number): Told[] {
  const known = before.find((each) => each.what === what);
  const others = before.filter((each) => each !== known);
  return [...others, { at, what, times: (known?.times ?? 0) + 1 }].slice(-most);
}
