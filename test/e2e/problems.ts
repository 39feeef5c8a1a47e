import type { Locator } from 'playwright-core';
import { readRows } from './lists.ts';

export interface Problem {
  /** The name of the file, without its folder. */
  file: string;
  severity: 'error' | 'warning' | 'info';
  message: string;
  source: string;
  code: string;
  /** Both from 1, as the Problems panel shows them. */
  line: number;
  column: number;
}

const COLUMNS = { file: '.label-name', source: '.marker-source', code: '.marker-code' };

/** The message is cut to one line on the screen, and whole in what a screen reader says. */
const SPOKEN = /^(Error|Warning|Info): (.*) at line (\d+) and character (\d+)\./s;

/** All of the Problems panel. VS Code does not show hints there. */
export async function readProblems(list: Locator): Promise<Problem[]> {
  let file = '';
  return (await readRows(list, COLUMNS)).flatMap((row): Problem[] => {
    if (row.level === 1) file = row.file;
    const spoken = SPOKEN.exec(row.spoken);
    // The first level are files, the third places related to a problem.
    if (row.level !== 2 || !spoken) return [];
    const [, severity, message, line, column] = spoken;
    return [
      {
        file,
        severity: severity!.toLowerCase() as Problem['severity'],
        message: message!,
        source: row.source,
        code: row.code,
        line: Number(line),
        column: Number(column),
      },
    ];
  });
}
