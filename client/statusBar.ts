import { type Disposable, MarkdownString, type Memento, StatusBarAlignment, window } from 'vscode';
import type { CorpusStatus } from '../server/protocol.ts';
import { folderName } from './folders.ts';
import type { Session } from './session/session.ts';
import { counted } from './words.ts';

const wasCorpus = 'noteCorpus.wasCorpus';
const shownSkipped = 10;

/**
 * The status bar item: how many documents, busy while they are read, shown only where there is a corpus. `memory`
 * remembers that there was one, so that a big corpus says that it is being read before it can be counted.
 */
export function showStatus(session: Session, memory: Memento): Disposable {
  const item = window.createStatusBarItem('noteCorpus.status', StatusBarAlignment.Left, 0);
  item.name = 'Note Corpus';
  item.command = 'noteCorpus.missing.focus';
  const draw = () => {
    const corpora = session.status.filter(({ isCorpus }) => isCorpus);
    const documents = corpora.reduce((sum, each) => sum + documentsOf(each), 0);
    const busy = session.indexing && (corpora.length > 0 || memory.get(wasCorpus) === true);
    if (!session.indexing && session.running) void memory.update(wasCorpus, corpora.length > 0 || undefined);
    item.text = busy ? '$(loading~spin) Reading the corpus' : `$(book) ${counted(documents, 'document')}`;
    item.tooltip = busy ? 'Note Corpus is reading the documents.' : describe(corpora);
    item.accessibilityInformation = {
      label: busy ? 'Reading the corpus' : `Corpus: ${counted(documents, 'document')}`,
    };
    if (busy || corpora.length > 0) item.show();
    else item.hide();
  };
  draw();
  const listener = session.onDidChangeState(draw);
  return { dispose: () => [listener, item].forEach((each) => void each.dispose()) };
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
