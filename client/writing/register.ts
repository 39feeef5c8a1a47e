import { commands, Disposable, Uri } from 'vscode';
import type { ActiveDocument } from '../activeDocument.ts';
import type { MissingRow } from '../panels/missing.ts';
import type { Row } from '../panels/rows.ts';
import type { Session } from '../session/session.ts';
import { ifTrusted } from '../trust.ts';
import { insertReference } from './insertReference.ts';
import { offerLinks } from './linkEdits.ts';
import { newInquiry } from './newInquiry.ts';
import { createMissing, newNote } from './newNote.ts';

/** What helps to write: new documents, and links to documents that are dropped or pasted. */
export function registerWriting(session: Session, editor: ActiveDocument): Disposable {
  return Disposable.from(
    commands.registerCommand(
      'noteCorpus.newNote',
      ifTrusted(() => newNote(session, editor.uri)),
    ),
    commands.registerCommand(
      'noteCorpus.newNoteHere',
      ifTrusted((folder?: unknown) => newNote(session, editor.uri, folder instanceof Uri ? folder : undefined)),
    ),
    commands.registerCommand(
      'noteCorpus.createMissing',
      ifTrusted(({ missing }: MissingRow) => createMissing(session, missing)),
    ),
    commands.registerCommand(
      'noteCorpus.newInquiry',
      ifTrusted(() => newInquiry(session, editor.uri)),
    ),
    commands.registerCommand(
      'noteCorpus.insertReference',
      ifTrusted((row?: Row, rows?: readonly Row[]) => insertReference(session, row, rows)),
    ),
    offerLinks(session),
  );
}
