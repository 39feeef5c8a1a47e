import { window } from 'vscode';
import { unlinked } from './plain.ts';

// All that pops up goes through here: there may be words of notes in it. Each answers the button that was pressed.

export const inform = (message: string, ...buttons: readonly string[]): Thenable<string | undefined> =>
  window.showInformationMessage(unlinked(message), ...buttons);

export const warn = (message: string, ...buttons: readonly string[]): Thenable<string | undefined> =>
  window.showWarningMessage(unlinked(message), ...buttons);

export const complain = (message: string, ...buttons: readonly string[]): Thenable<string | undefined> =>
  window.showErrorMessage(unlinked(message), ...buttons);

/** Asks in the middle of the window; nothing goes on before there is an answer. */
export const question = (
  message: string,
  detail: string,
  ...buttons: readonly string[]
): Thenable<string | undefined> =>
  window.showInformationMessage(unlinked(message), { modal: true, detail: unlinked(detail) }, ...buttons);
