import { RelativePattern, type WorkspaceFolder, workspace } from 'vscode';
import { documentGlob, excludeGlob } from '../documents.ts';

/**
 * Whether any folder could be a corpus, found out without a server: one that is set to be one, or one with at least one
 * text. Whether it *is* one the server says, which has read the texts.
 */
export async function worthStarting(): Promise<boolean> {
  const folders = workspace.workspaceFolders ?? [];
  const choices = folders.map((folder) => ({ folder, choice: corpusSetting(folder) }));
  if (choices.some(({ choice }) => choice === 'always')) return true;
  const open = choices.filter(({ choice }) => choice !== 'never');
  const found = await Promise.all(open.map(({ folder }) => hasText(folder)));
  return found.some(Boolean);
}

function corpusSetting(folder: WorkspaceFolder): string {
  return workspace.getConfiguration('noteCorpus', folder.uri).get<string>('corpus', 'auto');
}

async function hasText(folder: WorkspaceFolder): Promise<boolean> {
  const found = await workspace.findFiles(new RelativePattern(folder, documentGlob), excludeGlob, 1);
  return found.length > 0;
}
