import { counted } from './words.ts';

/** What the status bar is to tell. */
export interface Condition {
  /** How many documents there are; `undefined` where there is no corpus. */
  readonly documents: number | undefined;
  /** The server has crashed too often. */
  readonly failed: boolean;
  /** It crashed, and is on its way up again. */
  readonly recovering: boolean;
  /** The person has stopped the reading. */
  readonly stopped: boolean;
  readonly indexing: boolean;
  /** Files that could not be read, those that are left out among them. */
  readonly skipped: number;
  /** Documents that are left out, since the server went down over them. */
  readonly leftOut: number;
}

export interface StatusWords {
  /** With an icon before it. */
  readonly text: string;
  /** The same for a screen reader, and what a click does. */
  readonly label: string;
  /** Behind what there is in each folder; `undefined` where nothing is to be said. */
  readonly note?: string;
  readonly command: 'noteCorpus.missing.focus' | 'noteCorpus.reindex' | 'noteCorpus.tryAgain';
}

/** The words of the status bar; `undefined` where it is to be silent. */
export function statusWords(condition: Condition): StatusWords | undefined {
  const { documents, failed, recovering, stopped } = condition;
  if (failed) {
    const note = 'The language server of Note Corpus went down again and again. Click to start it once more.';
    return { text: '$(error) Corpus stopped', label: `Corpus stopped. ${note}`, note, command: 'noteCorpus.reindex' };
  }
  if (recovering) {
    const note =
      'The language server of Note Corpus went down, and is started again. What is typed is safe in the editor.';
    return {
      text: '$(sync~spin) Corpus: starting again',
      label: `Corpus: starting again. ${note}`,
      note,
      command: 'noteCorpus.reindex',
    };
  }
  if (documents !== undefined) return whatThereIs(documents, condition);
  if (!stopped) return undefined;
  const note = 'The reading was stopped, so nothing is shown of the corpus. Click to read it again.';
  return {
    text: '$(circle-slash) Corpus not read',
    label: 'Corpus not read: the reading was stopped. Read it again',
    note,
    command: 'noteCorpus.reindex',
  };
}

function whatThereIs(documents: number, { indexing, skipped, leftOut, stopped }: Condition): StatusWords {
  const count = counted(documents, 'document');
  const notRead = skipped - leftOut;
  const parts = [count];
  if (leftOut > 0) parts.push(`${leftOut} left out`);
  if (notRead > 0) parts.push(`${notRead} not read`);
  const icon = leftOut > 0 ? 'warning' : indexing ? 'sync~spin' : notRead > 0 ? 'info' : 'book';
  const says = [
    leftOut > 0
      ? `${counted(leftOut, 'document')} ${leftOut === 1 ? 'is' : 'are'} left out, since the language server went down twice over ${leftOut === 1 ? 'it' : 'each'}. Click to try again.`
      : '',
    indexing ? 'The corpus is being read.' : '',
    stopped ? 'The reading was stopped: there are folders that were not read.' : '',
  ].filter((each) => each !== '');
  return {
    text: `$(${icon}) ${parts.join(', ')}`,
    label: `Corpus: ${[parts.join(', '), ...says].join('. ')}`,
    ...(says.length > 0 && { note: says.join(' ') }),
    command: leftOut > 0 ? 'noteCorpus.tryAgain' : 'noteCorpus.missing.focus',
  };
}
