import { commands } from 'vscode';

/**
 * Opens VS Code's tree of calls on what stands at the cursor, in one direction: its own command takes the direction that was
 * last looked into, and the one that sets it asks about what the tree showed before.
 */
async function showTree(direction: 'Outgoing' | 'Incoming'): Promise<void> {
  await commands.executeCommand(`references-view.show${direction}Calls`);
  await commands.executeCommand('references-view.showCallHierarchy');
}

/** What a document is made from, and what that is made from. */
export const traceSources = (): Promise<void> => showTree('Outgoing');

/** Who uses a document, and who uses those. */
export const followForward = (): Promise<void> => showTree('Incoming');
