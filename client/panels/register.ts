import { Disposable, type ExtensionContext } from 'vscode';
import type { ActiveDocument } from '../activeDocument.ts';
import type { Session } from '../session/session.ts';
import { openBacklinks } from './backlinks.ts';
import { openMissing } from './missing.ts';
import { openOrphans } from './orphans.ts';
import { openOutgoing } from './outgoing.ts';
import { openRelated } from './related.ts';
import { registerRowCommands } from './rowCommands.ts';
import { subjectOf } from './subject.ts';

/** The trees in the side bar, and what the menus of their rows do. */
export function registerPanels(context: ExtensionContext, session: Session, editor: ActiveDocument): Disposable {
  const subject = subjectOf(editor);
  return Disposable.from(
    subject,
    openBacklinks(context, session, subject),
    openOutgoing(session, subject),
    openRelated(session, subject),
    openMissing(session),
    openOrphans(session),
    registerRowCommands(),
  );
}
