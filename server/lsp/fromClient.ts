import type { Connection } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Log } from './guard.ts';

/** What the client says of the settings of a folder; where it does not answer, the folder is read all the same. */
export function askSettings(connection: Connection, scopeUri: string, log: Log): Promise<unknown> {
  const answer = connection.workspace.getConfiguration({ scopeUri, section: 'noteCorpus' });
  return answer.catch((error: unknown) => log.failed(error));
}

/** A client that forgets the text is not to take all other changes down with it. */
export function textOf(document: TextDocument): string | undefined {
  const text: unknown = document.getText();
  return typeof text === 'string' ? text : undefined;
}

/** An open document, as the editor has it. */
export interface Open {
  readonly text: string;
  readonly version: number;
}
