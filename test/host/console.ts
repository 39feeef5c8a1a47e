import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { DIST } from './folder.ts';

/** What a command of the shell came to. */
export interface Said {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | null;
}

/** `note-corpus` is what `npm run bundle` built; all else is the shell's. */
const NOTE_CORPUS = 'note-corpus() { "$TEST_NODE" "$TEST_CLI" "$@"; }\n';

/** Runs a line of shell in a folder, in a plain environment: no colours, no language but English. */
export function shell(command: string, cwd: string, seconds = 60): Said {
  const { stdout, stderr, status, error } = spawnSync('bash', ['--noprofile', '--norc', '-c', NOTE_CORPUS + command], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    timeout: seconds * 1000,
    maxBuffer: 256 * 1024 * 1024,
    env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', TEST_NODE: process.execPath, TEST_CLI: join(DIST, 'cli.cjs') },
  });
  if (error) throw error;
  return { stdout, stderr, code: status };
}

/** As a transcript has it: what went to standard error is marked, and an exit code that is not 0 is told at the end. */
export function drawn({ stdout, stderr, code }: Said): string {
  const talk = stderr === '' ? '' : `${stderr.trimEnd().replace(/^/gm, '! ').replace(/ $/gm, '')}\n`;
  return stdout + talk + (code === 0 ? '' : `[${code}]\n`);
}
