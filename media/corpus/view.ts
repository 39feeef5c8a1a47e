/**
 * The page of one corpus: numbers in a row, then cards.
 */
import { html } from '../graph/dom.ts';
import { bars } from './bars.ts';
import { type ListActions, lists } from './lists.ts';
import type { NamedStats } from './messages.ts';
import { formWords, grouped, roleWords, share } from './words.ts';

/** An article for a corpus. */
export function corpusView({ name, stats }: NamedStats, actions: ListActions): HTMLElement {
  const { kinds, references, documents, missing, forms, roles } = stats;
  const resolved = Object.values(forms).reduce((sum, each) => sum + each.resolved, 0);
  const numbers: [count: string, words: string, kind?: string][] = [
    [grouped(kinds.inquiry), kinds.inquiry === 1 ? 'inquiring line' : 'inquiring lines', 'inquiry'],
    [grouped(kinds.note), kinds.note === 1 ? 'note' : 'notes', 'note'],
    [grouped(kinds.page), kinds.page === 1 ? 'page' : 'pages', 'page'],
    [grouped(missing.total), missing.total === 1 ? 'missing note' : 'missing notes', 'missing'],
    [grouped(references), references === 1 ? 'reference' : 'references'],
    ...(references > 0
      ? [[`${Math.floor(share(resolved, references))} %`, 'lead to a document'] as [string, string]]
      : []),
  ];
  const row = html(
    'dl',
    { class: 'numbers', 'aria-label': 'Numbers' },
    ...numbers.map(([count, words, kind]) =>
      html('div', kind === undefined ? {} : { 'data-kind': kind }, html('dt', {}, words), html('dd', {}, count)),
    ),
  );
  const tables = [bars('References by form', forms, formWords), bars('References by place', roles, roleWords)];
  const cards = [...tables.filter((each) => each !== undefined), ...lists(stats, actions)];
  const nothing = html('p', { class: 'says' }, 'This corpus has no documents yet.');
  return html(
    'article',
    { 'aria-label': name },
    html('h2', {}, name),
    row,
    ...(documents === 0 ? [nothing] : [html('div', { class: 'cards' }, ...cards)]),
  );
}
