import { commands, Disposable } from 'vscode';
import type { ActiveDocument } from '../activeDocument.ts';
import type { RelatedRow } from '../panels/related.ts';
import type { Session } from '../session/session.ts';
import { ifTrusted } from '../trust.ts';
import { addRelated } from './addRelated.ts';
import { fillNext } from './fillNext.ts';
import { findRelation } from './findRelation.ts';

/** What one does with relations, and with what else has to do with a document. */
export function registerRelations(session: Session, editor: ActiveDocument): Disposable {
  return Disposable.from(
    commands.registerCommand('noteCorpus.findRelation', () => findRelation(session, editor.uri, false)),
    commands.registerCommand('noteCorpus.listOneSided', () => findRelation(session, editor.uri, true)),
    commands.registerCommand(
      'noteCorpus.addRelated',
      ifTrusted((row: RelatedRow) => addRelated(session, row)),
    ),
    commands.registerCommand(
      'noteCorpus.fillNext',
      ifTrusted(() => fillNext(session, editor.uri)),
    ),
  );
}
