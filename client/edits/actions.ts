import { CodeAction, type Command, commands, type Disposable } from 'vscode';
import type { BaseLanguageClient, Middleware } from 'vscode-languageclient';
import { warn } from '../say.ts';
import { requestFailure } from '../session/failing.ts';

/** LSP 3.17, "Code Action Resolve Request". */
const resolveRequest = 'codeAction/resolve';

/** So many actions can be picked from menus that are still open somewhere. */
const most = 200;

/** The commands of actions that are shown. They outlive a server: VS Code has each name once, and menus stay open. */
export interface PickedCommands extends Disposable {
  own(title: string, act: () => Thenable<unknown>): Command;
}

export function pickedCommands(): PickedCommands {
  const registered: Disposable[] = [];
  let number = 0;
  return {
    own: (title, act) => {
      const command = `noteCorpus.picked.${number++}`;
      registered.push(commands.registerCommand(command, act));
      if (registered.length > most) registered.shift()?.dispose();
      return { title, command };
    },
    dispose: () => {
      for (const each of registered.splice(0)) each.dispose();
    },
  };
}

/**
 * Code actions with a command of their own each, without arguments, that asks the server what is to be done when somebody
 * picks it. VS Code keeps the arguments of commands, and what it asked for later, only as long as the list that they came in,
 * and makes a new list when a menu closes: what was picked would sometimes be a command that is not there any more.
 */
export function actionsThatStay(client: () => BaseLanguageClient, { own }: PickedCommands): Middleware {
  const carryOut = async (action: CodeAction): Promise<void> => {
    const { title } = action;
    try {
      const data = (action as { data?: unknown }).data;
      const { command } = await client().sendRequest<{ command?: Command }>(resolveRequest, { title, data });
      if (command) await commands.executeCommand(command.command, ...(command.arguments ?? []));
    } catch (error) {
      // VS Code would only write it into a log, and the menu would seem dead.
      void warn(`${title}: ${requestFailure(error, client())}`);
    }
  };

  return {
    provideCodeActions: async (document, range, context, token, next) => {
      const actions = (await next(document, range, context, token)) ?? [];
      for (const action of actions) {
        if (!(action instanceof CodeAction)) continue;
        const { command, title } = action;
        action.command = command
          ? own(title, () => commands.executeCommand(command.command, ...(command.arguments ?? [])))
          : own(title, () => carryOut(action));
      }
      return actions;
    },
    // All is known already.
    resolveCodeAction: (action) => action,
  };
}
