import assert from 'node:assert/strict';
import { documentsOf, type Options, resolvedReferencesOf } from '../../server/core/index.ts';
import { drawn, type Mark, readFixture, snapshotOf } from '../fixture.ts';

/** Every reference of every file is underlined with its form, role and target; nothing else is. */
export function checkReferences(picture: string, options: Partial<Options> = {}): void {
  const { files, marks } = readFixture(picture);
  const snapshot = snapshotOf(files, options);
  const found = documentsOf(snapshot).flatMap((document) =>
    resolvedReferencesOf(snapshot, document).map(({ reference, resolution }): Mark => {
      const target =
        resolution.status === 'resolved'
          ? resolution.target.path
          : resolution.status === 'ambiguous'
            ? resolution.targets.map((each) => each.path).join(' | ')
            : 'dangling';
      return { path: document.path, span: reference.span, label: `${reference.form} in ${reference.role} → ${target}` };
    }),
  );
  assert.equal(drawn(files, found), drawn(files, marks));
}
