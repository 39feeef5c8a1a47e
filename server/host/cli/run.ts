import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { VERSION } from '../version.ts';
import { type Arguments, readArguments, UsageError } from './arguments.ts';
import { backlinksCommand } from './backlinks.ts';
import { checkCommand } from './check.ts';
import { convertCommand } from './convert.ts';
import { fixCommand } from './fix.ts';
import { graphCommand } from './graph.ts';
import { HELP } from './help.ts';
import { printable, printableText } from './printable.ts';
import { promptCommand } from './prompt.ts';
import { ReadError, type Reading, readCorpus } from './readCorpus.ts';
import { referencesCommand } from './references.ts';
import { relationsCommand } from './relations.ts';
import { statsCommand } from './stats.ts';
import { JOURNAL } from './writing/journal.ts';
import { recover, recoveredInWords } from './writing/recover.ts';
import { WriteError } from './writing/writeError.ts';

/** What a call of the command line comes to. */
export interface Outcome {
  /** For standard output. */
  readonly output: string;
  /** For standard error. */
  readonly talk: string;
  /** 0: checked, clean. 1: findings. 2: something could not be done. */
  readonly code: 0 | 1 | 2;
}

/** What a command answers; that a file was skipped is added for all of them. */
export type Answer = Pick<Outcome, 'output' | 'code'>;

const COMMANDS: ReadonlyMap<string | undefined, (reading: Reading, args: Arguments) => Answer> = new Map([
  ['check', checkCommand],
  ['references', referencesCommand],
  ['backlinks', backlinksCommand],
  ['graph', graphCommand],
  ['prompt', promptCommand],
  ['stats', statsCommand],
  ['relations', relationsCommand],
  ['fix', fixCommand],
  ['convert', convertCommand],
]);

/** Runs `note-corpus WORDS…`. Never rejects: what goes wrong is said in `talk`. */
export async function run(words: readonly string[], styled: boolean): Promise<Outcome> {
  let talk = '';
  try {
    if (words.includes('--version')) return { output: `${VERSION}\n`, talk: '', code: 0 };
    if (words.includes('--help') || words[0] === 'help') return { output: HELP, talk: '', code: 0 };
    // Nothing was checked: a script that lost its words must not take that for a clean corpus.
    if (words.length === 0) return { output: '', talk: HELP, code: 2 };
    const command = COMMANDS.get(words[0]);
    if (words[0] === 'lsp')
      throw new UsageError('lsp speaks over standard input and output only: note-corpus lsp --stdio');
    if (!command) throw new UsageError(`there is no command “${words[0]}”`);
    const args = readArguments(words[0]!, words.slice(1), styled);
    talk = leftOver(args);
    const reading = await readCorpus(args);
    talk += reading.skipped
      .map(({ path, reason }) => `note-corpus: skipped ${printable(path)}: it ${reason}\n`)
      .join('');
    const answer = command(reading, args);
    return { ...answer, talk, code: reading.skipped.length > 0 ? 2 : answer.code };
  } catch (error) {
    return { output: '', talk: `${talk}${printableText(`note-corpus: ${inWords(error)}\n`)}`, code: 2 };
  }
}

/** What is to be said of an earlier run that was broken off while it wrote: a run that writes completes or undoes it first. */
function leftOver({ directory, write }: Arguments): string {
  if (write) {
    const recovered = recover(directory);
    return recovered ? `note-corpus: ${printable(recoveredInWords(recovered))}\n` : '';
  }
  const is = existsSync(join(directory, JOURNAL));
  return is ? 'note-corpus: a run is writing here, or was broken off; the next --write completes or undoes it\n' : '';
}

function inWords(error: unknown): string {
  if (error instanceof UsageError) return `${error.message}\nTry: note-corpus --help`;
  if (error instanceof ReadError || error instanceof WriteError) return error.message;
  return `this should not have happened, please report it: ${error instanceof Error ? error.stack : String(error)}`;
}
