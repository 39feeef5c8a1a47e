import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** How long a program may be busy with one thing, in seconds: what takes longer hangs. */
const PATIENCE = 120;

/** What a program of this folder said, and how it ended. */
export interface Told {
  readonly lines: readonly Record<string, unknown>[];
  /** What it was at when it was ended for it, or ended by itself. */
  readonly left: string | undefined;
  readonly stderr: string;
}

/** Runs a program that says a line of JSON for each thing that it begins (`begun`), and one at its end (`done`). */
export function run(program: string, ...args: readonly unknown[]): Promise<Told> {
  const options = ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', join(import.meta.dirname, program)];
  const child = spawn(process.execPath, [...options, ...args.map(String)], { stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: Record<string, unknown>[] = [];
  let begun: string | undefined = 'its beginning';
  let stderr = '';
  let clock = setTimeout(() => child.kill('SIGKILL'), PATIENCE * 1000);
  child.stderr.on('data', (data) => {
    stderr += data;
  });
  let rest = '';
  // Not by `readline`, to which the line separator of Unicode ends a line.
  child.stdout.setEncoding('utf8').on('data', (data: string) => {
    clearTimeout(clock);
    clock = setTimeout(() => child.kill('SIGKILL'), PATIENCE * 1000);
    const parts = (rest + data).split('\n');
    rest = parts.pop()!;
    for (const said of parts.map((line) => JSON.parse(line) as Record<string, unknown>)) {
      if ('begun' in said) begun = String(said.begun);
      else if ('done' in said) begun = undefined;
      else lines.push(said);
    }
  });
  return new Promise((resolve) => {
    child.on('close', () => {
      clearTimeout(clock);
      resolve({ lines, left: begun, stderr });
    });
  });
}
