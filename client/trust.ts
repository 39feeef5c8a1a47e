import {
  CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type Command,
  commands,
  WorkspaceEdit,
  workspace,
} from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { warn } from './say.ts';
import type { MakeClient } from './session/options.ts';

// In a workspace that is not trusted (Restricted Mode) Note Corpus reads and writes nothing. Typing, and what is put into a text as if
// it were typed, such as a completion that was chosen, is VS Code's own.

const readOnly = 'This workspace is not trusted, so Note Corpus only reads it.';
const manage = { title: 'Manage Workspace Trust', command: 'workbench.trust.manage' };

/** Whether files and settings of the workspace may be written; where they may not, the reader is told. */
export function mayWrite(): boolean {
  if (workspace.isTrusted) return true;
  void sayWhy();
  return false;
}

async function sayWhy(): Promise<void> {
  if ((await warn(readOnly, manage.title)) === manage.title) await commands.executeCommand(manage.command);
}

/** A command that writes, and that does nothing in a workspace that is not trusted. */
export const ifTrusted =
  <A extends readonly unknown[]>(act: (...args: A) => unknown) =>
  (...args: A): unknown =>
    mayWrite() ? act(...args) : undefined;

/** A client that answers nothing that would write, as long as the workspace is not trusted. */
export const readingUntilTrusted =
  (make: MakeClient): MakeClient =>
  (options, start) =>
    make({ ...options, middleware: heldBack(options.middleware ?? {}) }, start);

function heldBack(given: Middleware): Middleware {
  return {
    ...given,
    provideCodeActions: async (document, range, context, token, next) => {
      const { provideCodeActions } = given;
      const actions = provideCodeActions
        ? await provideCodeActions(document, range, context, token, next)
        : await next(document, range, context, token);
      return workspace.isTrusted || !actions ? actions : withReason(actions, context);
    },
    prepareRename: async (document, position, token, next) => {
      // In Markdown VS Code would turn to the next one who renames, which writes all the same, and in this file only: there the
      // answer is given when the new name is.
      if (!workspace.isTrusted && document.languageId !== 'markdown') throw new Error(readOnly);
      const { prepareRename } = given;
      return prepareRename ? prepareRename(document, position, token, next) : next(document, position, token);
    },
    provideRenameEdits: async (document, position, newName, token, next) => {
      if (!mayWrite()) return new WorkspaceEdit();
      const { provideRenameEdits } = given;
      return provideRenameEdits
        ? provideRenameEdits(document, position, newName, token, next)
        : next(document, position, newName, token);
    },
    // What happens by itself: nobody asked for it, so nobody is told.
    willSaveWaitUntil: async (event, next) => {
      if (!workspace.isTrusted) return [];
      return given.willSaveWaitUntil ? given.willSaveWaitUntil(event, next) : next(event);
    },
    workspace: {
      ...given.workspace,
      willRenameFiles: async (event, next) => {
        if (!workspace.isTrusted) return null;
        const { willRenameFiles } = given.workspace ?? {};
        return willRenameFiles ? willRenameFiles(event, next) : next(event);
      },
    },
  };
}

/**
 * All of them disabled, with the reason. VS Code shows such ones in the menu of refactorings only, and says “No code actions
 * available” of quick fixes: so where there are some, one more says why, and leads to where trust is given.
 */
function withReason(actions: readonly (CodeAction | Command)[], { only }: CodeActionContext): CodeAction[] {
  const shown = actions.flatMap(disabled);
  if (shown.length === 0 || only?.contains(CodeActionKind.QuickFix) === false) return shown;
  const why = new CodeAction(`${readOnly} ${manage.title}`, CodeActionKind.QuickFix);
  why.command = manage;
  return [...shown, why];
}

/** A command has no place for the reason. */
function disabled(action: unknown): CodeAction[] {
  if (!(action instanceof CodeAction)) return [];
  const { title, kind } = action;
  const shown = new CodeAction(title, kind);
  shown.disabled = { reason: readOnly };
  return [shown];
}
