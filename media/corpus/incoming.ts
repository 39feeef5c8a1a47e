/**
 * The gate: what comes from outside is shown only if it has the shape of a message of ours. Pure.
 */
import type { NamedStats, ToCorpusPage } from './messages.ts';

/** The message in `data`, or `undefined` where it is anything else. */
export function incoming(data: unknown): ToCorpusPage | undefined {
  if (!isRecord(data)) return undefined;
  if (data.type === 'empty') {
    return typeof data.message === 'string' ? { type: 'empty', message: data.message } : undefined;
  }
  const { type, corpora } = data;
  return type === 'show' && Array.isArray(corpora) && corpora.every(isNamedStats) ? { type, corpora } : undefined;
}

function isNamedStats(value: unknown): value is NamedStats {
  if (!isRecord(value) || typeof value.name !== 'string' || !isRecord(value.stats)) return false;
  const { folder, documents, references, kinds, forms, roles, mostUsed, orphans, unused, missing, disagreeing } =
    value.stats;
  return (
    typeof folder === 'string' &&
    isCount(documents) &&
    isCount(references) &&
    isRecord(kinds) &&
    Object.values(kinds).every(isCount) &&
    [forms, roles].every((each) => isRecord(each) && Object.values(each).every(isTally)) &&
    [mostUsed, orphans, unused, disagreeing].every((list) => isList(list, 'uri')) &&
    isList(missing, 'title')
  );
}

const isTally = (value: unknown): boolean =>
  isRecord(value) && [value.resolved, value.dangling, value.ambiguous].every(isCount);

function isList(value: unknown, key: 'uri' | 'title'): boolean {
  if (!isRecord(value) || !isCount(value.total) || !Array.isArray(value.first)) return false;
  return value.first.every(
    (item: unknown) => isRecord(item) && typeof item[key] === 'string' && typeof item.title === 'string',
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
