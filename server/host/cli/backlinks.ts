import { backlinksOf, type Citing, declaredUsers, placesOf } from '../../core/index.ts';
import type { Arguments } from './arguments.ts';
import { printable } from './printable.ts';
import { json, placeOf, rangeOf } from './ranges.ts';
import type { Reading } from './readCorpus.ts';
import type { Answer } from './run.ts';
import { subjectOf } from './subject.ts';

/** Who uses one document, or names one missing note. */
export function backlinksCommand({ snapshot }: Reading, { subject, format }: Arguments): Answer {
  const about = subjectOf(snapshot, subject!);
  const document = 'document' in about ? about.document : undefined;
  const citing = 'document' in about ? backlinksOf(snapshot, about.document) : placesOf(snapshot, about.missing);
  const { title } = about;
  const inquiries = citing.filter((each) => each.document.kind === 'inquiry');
  const notes = citing.filter((each) => each.document.kind !== 'inquiry');
  const declared = document ? declaredUsers(snapshot, document) : [];
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
    ...unbacked.map(
      ({ reference, status }) =>
        `  ${reference.text}: ${status === 'missing-document' ? 'no document has this title' : 'does not name this note'}`,
    ),
  ];
  return { output: lines.map((line) => `${printable(line)}\n`).join(''), code: 0 };
}

function group(heading: string, citing: readonly Citing[]): string[] {
  const rows = citing.flatMap(({ document, references }) => [
    `  ${document.title.text}`,
    ...references.map(({ form, role, span }) => `    ${document.path}:${placeOf(document, span)} ${form} in ${role}`),
  ]);
  return ['', `${heading} (${citing.length})`, ...rows];
}

const asJson = ({ document, references }: Citing) => ({
  path: document.path,
  title: document.title.text,
  references: references.map(({ span }) => rangeOf(document, span)),
});
