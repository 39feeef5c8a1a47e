import { ConfigurationTarget, window, workspace } from 'vscode';
import { inform } from '../say.ts';

/** Sets `noteCorpus.corpus` to `always` for a folder that the reader picks, where there is more than one. */
export async function takeFolder(): Promise<void> {
  const folders = workspace.workspaceFolders ?? [];
  const [only, ...others] = folders;
  if (!only) {
    await inform('Open a folder first: a corpus is a folder of notes and inquiries.');
    return;
  }
  const pick = { placeHolder: 'Which folder is to be a corpus?' };
  const folder = others.length === 0 ? only : await window.showWorkspaceFolderPick(pick);
  if (!folder) return;
  const target = others.length === 0 ? ConfigurationTarget.Workspace : ConfigurationTarget.WorkspaceFolder;
  await workspace.getConfiguration('noteCorpus', folder.uri).update('corpus', 'always', target);
}
