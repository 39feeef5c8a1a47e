import { type CancellationToken, type CodeAction, commands, type Disposable, window } from 'vscode';

type Resolve = (
  action: CodeAction,
  token: CancellationToken,
) => CodeAction | null | undefined | Thenable<CodeAction | null | undefined>;

/**
 * Asks the server for what a code action does. Where the server refuses, the reader is told: VS Code would only write it into a
 * log, and the menu would seem dead.
 */
export async function resolvedAction(
  action: CodeAction,
  token: CancellationToken,
  next: Resolve,
): Promise<CodeAction | null | undefined> {
  try {
    const resolved = await next(action, token);
    return resolved && withOwnCommand(resolved);
  } catch (error) {
    // Menus are made ready before anybody picks something, and that may be taken back.
    const isTold = !token.isCancellationRequested && error instanceof Error && error.name !== 'Canceled';
    if (isTold) void window.showWarningMessage(`${action.title}: ${error.message}`);
    return action;
  }
}

/** So many actions can be picked from menus that are still open somewhere. */
const most = 100;
const registered: Disposable[] = [];
let number = 0;

/**
 * The action with a command of its own, without arguments. VS Code keeps the arguments of a command only as long as the list
 * that it came in, and makes a new list when the menu closes: what was picked would be a command that is not there any more.
 */
function withOwnCommand(action: CodeAction): CodeAction {
  const { command } = action;
  if (!command?.arguments?.length) return action;
  const own = `noteCorpus.picked.${number++}`;
  registered.push(commands.registerCommand(own, () => commands.executeCommand(command.command, ...command.arguments!)));
  if (registered.length > most) registered.shift()?.dispose();
  action.command = { title: command.title, command: own };
  return action;
}
