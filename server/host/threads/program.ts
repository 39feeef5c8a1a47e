import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Where the bundles lie: beside this one. */
declare const __dirname: string;

/** The bundle of a thread. Undefined where the server runs from its sources: then there is none. */
export function programOf(thread: 'thread' | 'arranger'): string | undefined {
  const program = typeof __dirname === 'string' ? join(__dirname, `${thread}.cjs`) : '';
  return existsSync(program) ? program : undefined;
}
