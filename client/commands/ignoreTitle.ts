import { ConfigurationTarget, Uri, workspace } from 'vscode';

const setting = 'diagnostics.ignoredTitles';

/**
 * Writes down that nothing is to be told of a title: in one document of a corpus, or in all of it where `path` is `null`. In
 * the folder's own settings where there are several folders.
 */
export async function ignoreTitle(folder: string, title: string, path: string | null): Promise<void> {
  const uri = Uri.parse(folder);
  const isOneOfMany = (workspace.workspaceFolders?.length ?? 0) > 1;
  const configuration = workspace.getConfiguration('noteCorpus', uri);
  const known = configuration.inspect<Record<string, unknown>>(setting);
  const titles = (isOneOfMany ? known?.workspaceFolderValue : known?.workspaceValue) ?? {};
  const value = { ...titles, [title]: withPath(titles[title], path) };
  const target = isOneOfMany ? ConfigurationTarget.WorkspaceFolder : ConfigurationTarget.Workspace;
  await configuration.update(setting, value, target);
}

function withPath(before: unknown, path: string | null): true | string[] {
  if (path === null || before === true) return true;
  const paths = (Array.isArray(before) ? before : [before]).filter((each) => typeof each === 'string');
  return [...new Set([...paths, path])];
}
