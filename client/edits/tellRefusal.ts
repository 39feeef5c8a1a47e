import { type CancellationToken, type CodeAction, window } from 'vscode';

/**
 * Asks the server for what a code action does, and tells the reader where the server refuses: VS Code would only write it into
 * a log, and the menu would seem dead.
 */
export async function tellRefusal(
  action: CodeAction,
  token: CancellationToken,
  next: (
    action: CodeAction,
    token: CancellationToken,
  ) => CodeAction | null | undefined | Thenable<CodeAction | null | undefined>,
): Promise<CodeAction | null | undefined> {
  try {
    return await next(action, token);
  } catch (error) {
    // Menus are made ready before anybody picks something, and that may be taken back.
    const isTold = !token.isCancellationRequested && error instanceof Error && error.name !== 'Canceled';
    if (isTold) void window.showWarningMessage(`${action.title}: ${error.message}`);
    return action;
  }
}
