import { commands, Disposable, type ExtensionContext } from 'vscode';
import type { NewNote, ProvenEdit } from '../../server/protocol.ts';
import { applyEdit } from '../edits/applyEdit.ts';
import type { Session } from '../session/session.ts';
import { ifTrusted } from '../trust.ts';
import { clearCache } from './clearCache.ts';
import { createNote } from './createNote.ts';
import { ignoreTitle } from './ignoreTitle.ts';
import { openSample } from './openSample.ts';
import { peekReferences } from './peekReferences.ts';
import { followForward, traceSources } from './provenance.ts';
import { takeFolder } from './takeFolder.ts';

/** The commands that belong to no view. */
export function registerCommands(context: ExtensionContext, session: Session): Disposable {
  return Disposable.from(
    commands.registerCommand('noteCorpus.reindex', () => session.restart()),
    commands.registerCommand('noteCorpus.clearCache', () => clearCache(context, session)),
    commands.registerCommand('noteCorpus.tryAgain', () => session.tryAgain()),
    commands.registerCommand('noteCorpus.showOutput', () => session.log.show()),
    commands.registerCommand('noteCorpus.openSample', () => openSample(context)),
    commands.registerCommand(
      'noteCorpus.takeFolder',
      ifTrusted(() => takeFolder()),
    ),
    // What code actions name (`applyEditCommand`).
    commands.registerCommand(
      'noteCorpus.applyEdit',
      ifTrusted((edit: ProvenEdit) => applyEdit(edit)),
    ),
    commands.registerCommand(
      'noteCorpus.createNote',
      ifTrusted((note: NewNote) => createNote(note)),
    ),
    commands.registerCommand(
      'noteCorpus.ignoreTitle',
      ifTrusted((folder: string, title: string, path: string | null) => ignoreTitle(folder, title, path)),
    ),
    commands.registerCommand('noteCorpus.peekReferences', peekReferences),
    commands.registerCommand('noteCorpus.traceSources', traceSources),
    commands.registerCommand('noteCorpus.followForward', followForward),
  );
}
