import { Position, SnippetString } from 'vscode';
import type { NewDocument } from '../../server/protocol.ts';
import { createNote } from '../commands/createNote.ts';

/** Makes the file of a document where there is none, shows it, and begins what the person goes on with. */
export async function createDocument({ uri, text, at, insert }: NewDocument): Promise<void> {
  const editor = await createNote({ uri, text, title: at });
  await editor?.insertSnippet(new SnippetString(insert), new Position(at.line, at.character));
}
