import { commands, Disposable, ViewColumn, workspace } from 'vscode';
import { copy } from '../clipboard.ts';
import { linkText } from './linkText.ts';
import { chosen, type Named, type Row } from './rows.ts';

/** What the menus of rows do; a menu hands over the row it was opened on, and all that are selected. */
export function registerRowCommands(): Disposable {
  return Disposable.from(
    commands.registerCommand('noteCorpus.openToSide', openToSide),
    commands.registerCommand('noteCorpus.copyTitle', (row?: Row, rows?: readonly Row[]) =>
      copied(chosen(row, rows).map(({ title }) => title)),
    ),
    commands.registerCommand('noteCorpus.copyLink', (row?: Row, rows?: readonly Row[]) =>
      copied(chosen(row, rows).map(linkTo)),
    ),
    commands.registerCommand('noteCorpus.revealInExplorer', (row?: Row) => {
      const uri = row?.names?.uri;
      return uri && commands.executeCommand('revealInExplorer', uri);
    }),
  );
}

async function openToSide(row?: Row, rows?: readonly Row[]): Promise<void> {
  for (const { uri } of chosen(row, rows)) {
    // The first makes the column, and the others follow it there.
    if (uri) await commands.executeCommand('vscode.open', uri, { viewColumn: ViewColumn.Beside, preview: false });
  }
}

async function copied(texts: readonly string[]): Promise<void> {
  if (texts.length > 0) await copy(texts.join('\n'));
}

function linkTo({ title, uri }: Named): string {
  const form = workspace.getConfiguration('noteCorpus', uri).get<string>('completion.form', 'wikilink');
  return linkText(title, uri && workspace.asRelativePath(uri, false), form);
}
