import { commands, type Location, Position, Uri } from 'vscode';
import type { Position as ProtocolPosition } from '../../server/protocol.ts';

/**
 * Shows all places that name what stands at a place, as “Peek References” does, without that place itself. Called by a lens
 * of the server's, which can say only what can be written down: a uri and a position of the protocol.
 */
export async function peekReferences(uri: string, { line, character }: ProtocolPosition): Promise<void> {
  const [document, position] = [Uri.parse(uri), new Position(line, character)];
  const places = await commands.executeCommand<Location[] | undefined>(
    'vscode.executeReferenceProvider',
    document,
    position,
  );
  const others = (places ?? []).filter(
    (each) => each.uri.toString() !== document.toString() || !each.range.contains(position),
  );
  await commands.executeCommand('editor.action.showReferences', document, position, others);
}
