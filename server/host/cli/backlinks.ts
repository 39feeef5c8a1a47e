import {
  type Citing,
  type Document,
  type Snapshot,
  backlinksOf,
  commonSpelling,
  declaredUsers,
  documentAt,
  findTitle,
  nameOf,
  placesOf,
  recordOf,
} from '../../core/index.ts';
import { type Arguments, UsageError } from './arguments.ts';
import { json, placeOf, rangeOf } from './ranges.ts';
import type { Reading } from './readCorpus.ts';
import { type Answer, printable } from './run.ts';

/** Who uses one document, or names one missing note. */
export function backlinksCommand({ snapshot }: Reading, { subject, format }: Arguments): Answer {
  const document = documentNamed(snapshot, subject!);
  const name = nameOf(snapshot, subject!);
  const citing = document ? backlinksOf(snapshot, document) : name === undefined ? [] : placesOf(snapshot, name);
  if (!document && citing.length === 0) throw new UsageError(`nothing in this corpus is called “${subject}”`);
  const title = document?.summary.title.text ?? commonSpelling(recordOf(snapshot, name!)) ?? subject!;
  const inquiries = citing.filter((each) => each.document.summary.kind === 'inquiry');
  const notes = citing.filter((each) => each.document.summary.kind !== 'inquiry');
  const declared = document ? declaredUsers(snapshot, document, citing) : [];
  if (format === 'json') {
    const answer = {
      version: 1,
      path: document?.path ?? null,
      title,
      inquiries: inquiries.map(asJson),
      notes: notes.map(asJson),
      declared: declared.map(({ reference, status }) => ({ title: reference.text, status })),
    };
    return { output: json(answer), code: 0 };
  }
  const unbacked = declared.filter(({ status }) => status !== 'listed');
  const lines = [
    `${title} (${document?.path ?? 'no document has this title'})`,
    ...group('Inquiring lines that use this note', inquiries),
    ...group('Notes that link here', notes),
    ...(unbacked.length > 0 ? ['', `Declared here, not backed (${unbacked.length})`] : []),
    ...unbacked.map(({ reference, status }) => `  ${reference.text}: ${status === 'missing-document' ? 'no document has this title' : 'does not name this note'}`),
  ];
  return { output: lines.map((line) => `${printable(line)}\n`).join(''), code: 0 };
}

/** By path, else by title; several documents with the title are said to be so. */
function documentNamed(snapshot: Snapshot, subject: string): Document | undefined {
  const atPath = documentAt(snapshot, subject.replaceAll('\\', '/').replace(/^\.\//, ''));
  if (atPath) return atPath;
  const resolution = findTitle(snapshot, subject);
  if (resolution.status !== 'ambiguous') return resolution.status === 'resolved' ? resolution.target : undefined;
  const paths = resolution.targets.map(({ path }) => path).join(', ');
  throw new UsageError(`several documents answer to “${subject}”: ${paths}. Name one by its path`);
}

function group(heading: string, citing: readonly Citing[]): string[] {
  const rows = citing.flatMap(({ document, references }) => [
    `  ${document.summary.title.text}`,
    ...references.map(({ form, role, span }) => `    ${document.path}:${placeOf(document, span)} ${form} in ${role}`),
  ]);
  return ['', `${heading} (${citing.length})`, ...rows];
}

const asJson = ({ document, references }: Citing) => ({
  path: document.path,
  title: document.summary.title.text,
  references: references.map(({ span }) => rangeOf(document, span)),
});
