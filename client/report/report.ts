import type { ReportResult } from '../../server/protocol.ts';
import { counted, grouped } from '../words.ts';
import type { Told } from './errors.ts';

/** What a report is made of. There is no text, title or path of a note in it. */
export interface Facts {
  /** Names and versions: "Note Corpus 0.1.0", "VS Code 1.120.0". */
  readonly versions: readonly string[];
  /** "running", "stopped after crashes". */
  readonly state: string;
  readonly corpora: readonly Counts[];
  /** How many findings there are of each code. */
  readonly findings: ReadonlyMap<string, number>;
  /** Settings that are not as by default (`changedSettings`). */
  readonly settings: readonly string[];
  /** `undefined` where the server does not answer. */
  readonly server: ReportResult | undefined;
  /** Documents that are left out, since the server went down over them. */
  readonly leftOut: number;
  /** Milliseconds since 1970. */
  readonly crashes: readonly number[];
  readonly errors: readonly Told[];
}

/** What there is in one folder, without its name. */
export interface Counts {
  readonly isCorpus: boolean;
  readonly inquiries: number;
  readonly notes: number;
  readonly pages: number;
  readonly missing: number;
  readonly skipped: number;
}

/** The report, in Markdown, for a person to look through before it goes anywhere. */
export function reportOf(facts: Facts): string {
  const { versions, state, corpora, findings, settings, server, leftOut, crashes, errors } = facts;
  const none = '- none';
  const section = (title: string, lines: readonly string[]): string[] => [
    `## ${title}`,
    '',
    ...(lines.length > 0 ? lines.map((line) => `- ${line}`) : [none]),
    '',
  ];
  const codes = [...findings].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    '# Note Corpus: Report',
    '',
    'There is no text, title or path of a note in this report. Look through it before you give it to anybody.',
    '',
    ...section('Versions', versions),
    ...section('State', [
      state,
      `${counted(leftOut, 'document')} left out`,
      `${counted(crashes.length, 'crash', 'crashes')} of the server${crashes.map((at) => `, ${time(at)}`).join('')}`,
    ]),
    ...section('Folders', corpora.map(countsInWords)),
    ...section(
      'Readings',
      (server?.readings ?? []).map(
        ({ files, read, milliseconds, cache }) =>
          `${counted(files, 'file')}, ${grouped(read)} of them read${cache ? ', the others known from the cache' : ', no cache'}: ${grouped(Math.round(milliseconds))} ms`,
      ),
    ),
    ...section('Memory', server ? [`${grouped(server.megabytes)} MB in the server`] : []),
    ...section(
      'Findings',
      codes.map(([code, count]) => `${code}: ${grouped(count)}`),
    ),
    ...section('Settings that are not as by default', settings),
    ...section(
      'Last errors, in codes and places of our own programs',
      errors.map(({ at, what, times }) => `${time(at)} ${what}${times > 1 ? ` (${grouped(times)} times)` : ''}`),
    ),
  ].join('\n');
}

function countsInWords(counts: Counts, at: number): string {
  const { isCorpus, inquiries, notes, pages, missing, skipped } = counts;
  if (!isCorpus) return `folder ${at + 1}: no corpus`;
  const parts = [
    counted(inquiries, 'inquiry', 'inquiries'),
    counted(notes, 'note'),
    counted(pages, 'page'),
    counted(missing, 'missing note'),
    `${counted(skipped, 'file')} not read`,
  ];
  return `folder ${at + 1}: ${parts.join(', ')}`;
}

/** To the minute, of the world's clock: `2026-11-21 14:30`. */
const time = (at: number): string => new Date(at).toISOString().slice(0, 16).replace('T', ' ');
