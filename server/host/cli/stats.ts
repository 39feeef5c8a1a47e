import { atOnce, type Document, type Some, type Stats, statsOf } from '../../core/index.ts';
import type { Arguments } from './arguments.ts';
import { printable } from './printable.ts';
import { json } from './ranges.ts';
import type { Reading } from './readCorpus.ts';
import type { Answer } from './run.ts';

/** The corpus in numbers. */
export function statsCommand({ snapshot }: Reading, { format, top }: Arguments): Answer {
  const stats = atOnce(statsOf(snapshot, top));
  return { output: format === 'json' ? json(asJson(stats)) : pretty(stats), code: 0 };
}

const asDocument = ({ path, title, kind }: Document) => ({ path, title: title.text, kind });

const each = <T, R>({ total, first }: Some<T>, change: (item: T) => R) => ({ total, first: first.map(change) });

function asJson({ mostUsed, orphans, unused, missing, disagreeing, ...numbers }: Stats) {
  return {
    version: 1,
    ...numbers,
    mostUsed: each(mostUsed, ({ document, inquiries, notes }) => ({ ...asDocument(document), inquiries, notes })),
    orphans: each(orphans, asDocument),
    unused: each(unused, asDocument),
    missing: each(missing, ({ name: _, ...wanted }) => wanted),
    disagreeing: each(disagreeing, ({ document, findings }) => ({ ...asDocument(document), findings })),
  };
}

function pretty(stats: Stats): string {
  const { kinds, layouts, forms, roles } = stats;
  const lines = [
    `${counted(stats.documents, 'document')}: ${counted(kinds.inquiry, 'inquiring line')}, ${counted(kinds.note, 'note')}, ${counted(kinds.page, 'page')}`,
    `  ${layouts.markdown} in Markdown, ${layouts.spaced} spaced, ${layouts.dense} dense`,
    '',
    stats.references === 0 ? counted(0, 'reference') : row(counted(stats.references, 'reference'), STATUSES),
    ...rows(forms),
    ...(stats.references === 0 ? [] : ['']),
    ...rows(roles),
    ...list('Used most', stats.mostUsed, ({ document, inquiries, notes }) => {
      return `${document.title.text} (${document.path}): ${counted(inquiries, 'inquiring line')}, ${counted(notes, 'note')}`;
    }),
    ...list('Wanted most', stats.missing, ({ title, inquiries, places }) => {
      return `${title}: ${counted(inquiries, 'inquiring line')}, ${counted(places, 'place')}`;
    }),
    ...list('Inquiring lines whose sources disagree', stats.disagreeing, ({ document, findings }) => {
      return `${named(document)}: ${findings.map(({ code, count }) => `${code} ${count}`).join(', ')}`;
    }),
    ...list('Notes that no inquiring line names', stats.unused, named),
    ...list('Documents that nobody names, and that name nobody', stats.orphans, named),
  ];
  return lines.map((line) => `${printable(line)}\n`).join('');
}

/** A table of what has any references, in columns. */
function rows(tallies: Stats['forms'] | Stats['roles']): string[] {
  return Object.entries(tallies)
    .filter(([, { resolved, dangling, ambiguous }]) => resolved + dangling + ambiguous > 0)
    .map(([name, { resolved, dangling, ambiguous }]) => row(`  ${name}`, [resolved, dangling, ambiguous]));
}

const STATUSES = ['resolved', 'dangling', 'ambiguous'];

const row = (name: string, columns: readonly (number | string)[]): string =>
  name.padEnd(22) + columns.map((each) => String(each).padStart(10)).join('');

function list<T>(heading: string, { total, first }: Some<T>, line: (item: T) => string): string[] {
  if (total === 0) return [];
  const rest = total - first.length;
  return [
    '',
    `${heading} (${total})`,
    ...first.map((item) => `  ${line(item)}`),
    ...(rest > 0 ? [`  and ${rest} more`] : []),
  ];
}

const named = ({ title, path }: Document): string => `${title.text} (${path})`;

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
