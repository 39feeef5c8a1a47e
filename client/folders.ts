import { Uri, workspace } from 'vscode';

/** The name VS Code shows for a workspace folder, by the folder's uri. */
export function folderName(uri: string): string {
  const folder = Uri.parse(uri);
  return workspace.getWorkspaceFolder(folder)?.name ?? folder.path.split('/').filter(Boolean).at(-1) ?? uri;
}
