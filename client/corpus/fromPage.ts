import type { FromCorpusPage } from '../../media/corpus/messages.ts';

/** A message of the page, or `undefined` for anything that is not exactly one: the page is not trusted. */
export function fromPage(value: unknown): FromCorpusPage | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { type, uri, beside, corpus, title } = value as Record<string, unknown>;
  switch (type) {
    case 'ready':
    case 'more':
      return { type };
    case 'open':
      return typeof uri === 'string' ? { type, uri, beside: beside === true } : undefined;
    case 'graph':
    case 'create':
      return typeof corpus === 'string' && typeof title === 'string' ? { type, corpus, title } : undefined;
    default:
      return undefined;
  }
}
