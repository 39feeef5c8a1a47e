import { type Disposable, MarkdownString, StatusBarAlignment, type StatusBarItem, window } from 'vscode';
import type { CorpusStatus } from '../server/protocol.ts';
import { folderName } from './folders.ts';
import type { Session } from './session/session.ts';
import { counted } from './words.ts';

const shownSkipped = 10;

/**
 * The status bar item: how many documents, or that the reading was stopped; shown only where there is a corpus, or could
 * be. How far the reading is, VS Code shows beside it.
 */
export function showStatus(session: Session): Disposable {
  const item = window.createStatusBarItem('noteCorpus.status', StatusBarAlignment.Left, 0);
  item.name = 'Note Corpus';
  const draw = () => {
    const corpora = session.status.filter(({ isCorpus }) => isCorpus);
    if (corpora.length > 0) showCount(item, corpora, session.stopped);
    else if (session.stopped) showStopped(item);
    else item.hide();
  };
  draw();
  const listener = session.onDidChangeState(draw);
  return { dispose: () => [listener, item].forEach((each) => void each.dispose()) };
}

function showCount(item: StatusBarItem, corpora: readonly CorpusStatus[], isPart: boolean): void {
  const documents = counted(
    corpora.reduce((sum, each) => sum + documentsOf(each), 0),
    'document',
  );
  item.text = `$(book) ${documents}`;
  item.tooltip = describe(corpora);
  if (isPart) item.tooltip.appendText('The reading was stopped: there are folders that were not read.\n\n');
  // No other command can be called from here, whatever the names of folders and files say.
  item.tooltip.isTrusted = { enabledCommands: ['noteCorpus.showCorpus'] };
  item.tooltip.appendMarkdown('[Show the corpus page](command:noteCorpus.showCorpus)');
  item.command = 'noteCorpus.missing.focus';
  item.accessibilityInformation = { label: `Corpus: ${documents}` };
  item.show();
}

function showStopped(item: StatusBarItem): void {
  item.text = '$(circle-slash) Corpus not read';
  item.tooltip = 'The reading was stopped, so nothing is shown of the corpus. Click to read it again.';
  item.command = 'noteCorpus.reindex';
  item.accessibilityInformation = { label: 'Corpus not read: the reading was stopped. Read it again' };
  item.show();
}

function documentsOf(corpus: CorpusStatus): number {
  return corpus.inquiries + corpus.notes + corpus.pages;
}

/** Names and paths go in by `appendText`: they are the workspace's own words, never Markdown of ours. */
function describe(corpora: readonly CorpusStatus[]): MarkdownString {
  const text = new MarkdownString();
  for (const corpus of corpora) {
    text.appendMarkdown('**').appendText(folderName(corpus.folder)).appendMarkdown('**\n\n');
    const counts = [
      counted(corpus.inquiries, 'inquiry', 'inquiries'),
      counted(corpus.notes, 'note'),
      counted(corpus.pages, 'page'),
      counted(corpus.missing, 'missing note'),
    ];
    text.appendText(counts.join(' · ')).appendMarkdown('\n\n');
    if (corpus.skipped.length === 0) continue;
    text.appendText(`${counted(corpus.skipped.length, 'file')} could not be read:`).appendMarkdown('\n\n');
    for (const { path, reason } of corpus.skipped.slice(0, shownSkipped)) {
      text.appendMarkdown('- ').appendText(`${path}: ${reason}`).appendMarkdown('\n');
    }
    const rest = corpus.skipped.length - shownSkipped;
    if (rest > 0) text.appendMarkdown('- ').appendText(`and ${rest} more`).appendMarkdown('\n');
    text.appendMarkdown('\n');
  }
  return text;
}
