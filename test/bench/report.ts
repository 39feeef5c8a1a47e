import { type Book, type Cell, quantile } from './book.ts';
import { ours } from './peers.ts';

/** A table in Markdown, which is as well read in a terminal: rows by servers, and how much longer the Markdown peer takes. */
export function tableOf(book: Book, servers: readonly string[]): string {
  const compared = servers.filter((server) => server !== ours.name && server !== 'Echo');
  const heads = ['', ...servers, ...compared.map((server) => `ratio to ${server}`)];
  const rows = book.rows.map((row) => [
    row,
    ...servers.map((server) => shown(book.get(row, server))),
    ...compared.map((server) => ratio(book.get(row, ours.name), book.get(row, server))),
  ]);
  const widths = heads.map((head, at) => Math.max(head.length, ...rows.map((row) => row[at]!.length)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, at) => (at ? cell.padStart(widths[at]!) : cell.padEnd(widths[at]!))).join(' | ')} |`;
  const rule = `|${widths.map((width, at) => `${'-'.repeat(width + 1)}${at ? ':' : '-'}`).join('|')}|`;
  return [line(heads), rule, ...rows.map(line)].join('\n');
}

/** `p50 / p95 ×n`; of fewer than twenty the highest one stands for p95. */
function shown(cell: Cell | undefined): string {
  if (!cell) return '–';
  const { samples, words } = cell;
  if (samples.length === 0) return words || '–';
  const figures = [0.5, 0.95].map((share) => figure(quantile(samples, share)));
  return `${figures.join(' / ')} ×${samples.length}${words && ` (${words})`}`;
}

function ratio(own: Cell | undefined, other: Cell | undefined): string {
  if (!own?.samples.length || !other?.samples.length) return '';
  const value = quantile(other.samples, 0.5) / quantile(own.samples, 0.5);
  return `${value >= 10 ? value.toFixed(0) : value.toFixed(1)}×`;
}

const figure = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en') : value >= 10 ? value.toFixed(1) : value.toFixed(2);
