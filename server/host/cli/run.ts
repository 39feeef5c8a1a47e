import { VERSION } from '../version.ts';
import { type Arguments, HELP, UsageError, readArguments } from './arguments.ts';
import { backlinksCommand } from './backlinks.ts';
import { checkCommand } from './check.ts';
import { graphCommand } from './graph.ts';
import { ReadError, type Reading, readCorpus } from './readCorpus.ts';
import { referencesCommand } from './references.ts';

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

const COMMANDS: Readonly<Record<string, (reading: Reading, args: Arguments) => Answer>> = {
  check: checkCommand,
  references: referencesCommand,
  backlinks: backlinksCommand,
  graph: graphCommand,
};

/** Runs `note-corpus WORDS…`. Never rejects: what goes wrong is said in `talk`. */
export async function run(words: readonly string[], styled: boolean): Promise<Outcome> {
  try {
    if (words.includes('--version')) return { output: `${VERSION}\n`, talk: '', code: 0 };
    if (words.length === 0 || words.includes('--help') || words[0] === 'help') return { output: HELP, talk: '', code: 0 };
    const command = COMMANDS[words[0]!];
    if (words[0] === 'lsp') throw new UsageError('lsp speaks over standard input and output only: note-corpus lsp --stdio');
    if (!command) throw new UsageError(`there is no command “${words[0]}”`);
    const args = readArguments(words[0]!, words.slice(1), styled);
    const reading = await readCorpus(args.directory);
    const answer = command(reading, args);
    const talk = reading.skipped.map(({ path, reason }) => `note-corpus: skipped ${printable(path)}: it ${reason}\n`).join('');
    return { ...answer, talk, code: reading.skipped.length > 0 ? 2 : answer.code };
  } catch (error) {
    if (error instanceof UsageError) return failed(`${error.message}\nTry: note-corpus --help`);
    if (error instanceof ReadError) return failed(error.message);
    return failed(`this should not have happened, please report it: ${error instanceof Error ? error.stack : String(error)}`);
  }
}

const failed = (message: string): Outcome => ({ output: '', talk: `note-corpus: ${message}\n`, code: 2 });

/** Text of notes for a terminal: control characters, which could steer it, are shown as `\x1b`. */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, (unit) => {
    return unit === '\n' || unit === '\t' ? ' ' : `\\x${unit.charCodeAt(0).toString(16).padStart(2, '0')}`;
  });
}
