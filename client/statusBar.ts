import { type Disposable, MarkdownString, StatusBarAlignment, type StatusBarItem, window } from 'vscode';
import type { CorpusStatus } from '../server/protocol.ts';
import { folderName } from './folders.ts';
import { unmarked } from './plain.ts';
import type { Session } from './session/session.ts';
import { type StatusWords, statusWords } from './statusWords.ts';
import { counted } from './words.ts';

const shownSkipped = 10;

/**
 * The status bar item: how many documents, and what is wrong; shown only where there is a corpus, or could be. How far the
 * reading is, VS Code shows beside it.
 */
export function showStatus(session: Session): Disposable {
  const item = window.createStatusBarItem('noteCorpus.status', StatusBarAlignment.Left, 0);
  item.name = 'Note Corpus';
  const draw = () => {
    const corpora = session.status.filter(({ isCorpus }) => isCorpus);
    const sum = (of: (corpus: CorpusStatus) => number) => corpora.reduce((sum, each) => sum + of(each), 0);
    const { failed, recovering, stopped, indexing, leftOut } = session;
    const words = statusWords({
      documents: corpora.length > 0 ? sum(documentsOf) : undefined,
      skipped: sum(({ skipped }) => skipped.length),
      leftOut: leftOut.size,
      ...{ failed, recovering, stopped, indexing },
    });
    if (words) show(item, words, corpora);
    else item.hide();
  };
  draw();
  const listener = session.onDidChangeState(draw);
  return { dispose: () => [listener, item].forEach((each) => void each.dispose()) };
}

function show(
  item: StatusBarItem,
  { text, label, note, command }: StatusWords,
  corpora: readonly CorpusStatus[],
): void {
  item.text = text;
  item.tooltip = describe(corpora);
  if (note !== undefined) item.tooltip.appendMarkdown(`${unmarked(note)}\n\n`);
  if (corpora.length > 0) {
    // No other command can be called from here, whatever the names of folders and files say.
    item.tooltip.isTrusted = { enabledCommands: ['noteCorpus.showCorpus'] };
    item.tooltip.appendMarkdown('[Show the corpus page](command:noteCorpus.showCorpus)');
  }
  item.command = command;
  item.accessibilityInformation = { label };
  item.show();
}

function documentsOf(corpus: CorpusStatus): number {
  return corpus.inquiries + corpus.notes + corpus.pages;
}

/** Names and paths are the workspace's own words, never Markdown of ours. */
function describe(corpora: readonly CorpusStatus[]): MarkdownString {
  const lines: string[] = [];
  for (const corpus of corpora) {
    const counts = [
      counted(corpus.inquiries, 'inquiry', 'inquiries'),
      counted(corpus.notes, 'note'),
      counted(corpus.pages, 'page'),
      counted(corpus.missing, 'missing note'),
    ];
    lines.push(`**${unmarked(folderName(corpus.folder))}**`, '', counts.join(' · '), '');
    if (corpus.skipped.length === 0) continue;
    lines.push(`${counted(corpus.skipped.length, 'file')} could not be read:`, '');
    for (const { path, reason } of corpus.skipped.slice(0, shownSkipped)) {
      lines.push(`- ${unmarked(`${path}: ${reason}`)}`);
    }
    const rest = corpus.skipped.length - shownSkipped;
    if (rest > 0) lines.push(`- and ${rest} more`);
    lines.push('');
  }
  return new MarkdownString(lines.map((line) => `${line}\n`).join(''));
}
