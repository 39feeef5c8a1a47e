/**
 * References by what they lead to: a table with a bar in each row.
 */
import type { StatusCounts } from '../../server/protocol.ts';
import { html } from '../graph/dom.ts';
import { grouped, share, statuses, statusWords } from './words.ts';

/** A card with a table; `undefined` where there is nothing to count. */
export function bars(
  heading: string,
  tallies: Readonly<Record<string, StatusCounts>>,
  words: Readonly<Record<string, string>>,
): HTMLElement | undefined {
  const rows = Object.entries(tallies)
    .map(([name, counts]) => ({ name: words[name] ?? name, counts, sum: sumOf(counts) }))
    .filter(({ sum }) => sum > 0)
    .sort((a, b) => b.sum - a.sum);
  const most = rows[0]?.sum;
  if (most === undefined) return undefined;
  const head = html(
    'tr',
    {},
    html('th', { scope: 'col', class: 'name' }, 'References'),
    html('td', { class: 'bar' }),
    ...statuses.map((status) =>
      html(
        'th',
        { scope: 'col', 'data-status': status, title: statusWords[status] },
        html('i', { class: 'swatch' }),
        status,
      ),
    ),
  );
  const body = rows.map(({ name, counts }) =>
    html(
      'tr',
      {},
      html('th', { scope: 'row', class: 'name' }, name),
      html('td', { class: 'bar', 'aria-hidden': 'true' }, bar(counts, most)),
      ...statuses.map((status) =>
        html('td', { 'data-status': status, 'data-zero': String(counts[status] === 0) }, grouped(counts[status])),
      ),
    ),
  );
  const table = html('table', {}, html('thead', {}, head), html('tbody', {}, ...body));
  return html('section', { class: 'card wide', 'aria-label': heading }, html('h3', {}, heading), table);
}

const sumOf = ({ resolved, dangling, ambiguous }: StatusCounts): number => resolved + dangling + ambiguous;

/** As long as its sum is beside the greatest one. Widths are set by script: the page's policy lets no style stand in markup. */
function bar(counts: StatusCounts, most: number): HTMLElement {
  const parts = statuses.map((status) => {
    const part = html('span', { 'data-status': status });
    part.style.width = `${share(counts[status], most)}%`;
    return part;
  });
  return html('div', { class: 'track' }, ...parts);
}
