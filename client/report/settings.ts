/** What the manifest says of a setting (JSON Schema). */
export interface SettingSchema {
  readonly type?: unknown;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
}

/**
 * The settings that are not as by default, as `noteCorpus.corpus: always`. A value is shown only where it can be nothing of the
 * person's own: one of those that the manifest lists, a number, yes or no.
 */
export function changedSettings(
  schemas: Readonly<Record<string, SettingSchema>>,
  valueIn: (name: string) => unknown,
): string[] {
  return Object.entries(schemas).flatMap(([name, schema]) => {
    const value = valueIn(name);
    if (JSON.stringify(value) === JSON.stringify(schema.default)) return [];
    const isSafe = typeof value === 'boolean' || Number.isFinite(value) || schema.enum?.includes(value) === true;
    return [`${name}: ${isSafe ? String(value) : 'set'}`];
  });
}
