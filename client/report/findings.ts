/** As much of a diagnostic of VS Code's as is looked at. */
export interface Finding {
  readonly source?: string | undefined;
  readonly code?: unknown;
}

/**
 * How many of our findings there are of each code. Others may call themselves as we do: what is none of our codes is not told.
 *
 * @param settings names of all our settings: there is one for each code
 */
export function findingsByCode(findings: Iterable<Finding>, settings: readonly string[]): Map<string, number> {
  const codes = new Set(
    settings.flatMap((name) => /^noteCorpus\.diagnostics\.([a-zA-Z]+)$/.exec(name)?.[1] ?? []).map(codeOf),
  );
  const counts = new Map<string, number>();
  for (const { source, code } of findings) {
    if (source !== 'note-corpus' || typeof code !== 'string' || !codes.has(code)) continue;
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return counts;
}

/** `danglingReference` is the setting of `dangling-reference`. */
const codeOf = (setting: string): string => setting.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
