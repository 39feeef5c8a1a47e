import {
  commonSpelling,
  documentsOf,
  type Resolved,
  recordOf,
  resolvedReferencesOf,
  type Snapshot,
} from '../../core/index.ts';
import type { Arguments } from './arguments.ts';
import { printable } from './printable.ts';
import { json, placeOf, rangeOf } from './ranges.ts';
import type { Reading } from './readCorpus.ts';
import type { Answer } from './run.ts';

/** Every reference, resolved or not, by path and place. */
export function referencesCommand({ snapshot }: Reading, { format }: Arguments): Answer {
  const rows = documentsOf(snapshot).flatMap((document) =>
    resolvedReferencesOf(snapshot, document).map(({ reference, resolution }) => ({ document, reference, resolution })),
  );
  if (format === 'pretty') {
    const lines = rows.map(({ document, reference, resolution }) => {
      const target = resolution.status === 'resolved' ? resolution.target.path : resolution.status;
      const { form, role, text, span } = reference;
      return `${document.path}:${placeOf(document, span)} ${form} in ${role}: ${text} → ${target}`;
    });
    return { output: lines.map((line) => `${printable(line)}\n`).join(''), code: 0 };
  }
  const references = rows.map(({ document, reference, resolution }) => ({
    path: document.path,
    range: rangeOf(document, reference.span),
    text: reference.text,
    form: reference.form,
    role: reference.role,
    title: titleOf(snapshot, reference, resolution),
    status: resolution.status,
    target: resolution.status === 'resolved' ? resolution.target.path : null,
  }));
  return { output: json({ version: 1, references }), code: 0 };
}

/** The title of what is named; for a missing note the one that most places write. */
function titleOf(snapshot: Snapshot, reference: Resolved['reference'], resolution: Resolved['resolution']): string {
  if (resolution.status === 'resolved') return resolution.target.title.text;
  const spelling =
    resolution.status === 'dangling'
      ? commonSpelling(recordOf(snapshot, reference.name), snapshot.spellings)
      : undefined;
  return spelling ?? reference.text;
}
