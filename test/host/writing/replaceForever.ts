import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFiles } from '../../../server/host/cli/writing/replaceFiles.ts';

// Replaces all files of a folder again and again, until it is killed: `generation 7` by `generation 8`; every third one moves.

const root = process.argv[2]!;
process.stdout.write('ready\n');
for (let generation = Number(process.argv[3]); ; generation++) {
  const files = readdirSync(root)
    .filter((path) => !path.startsWith('.'))
    .sort();
  const moved = (path: string, at: number): string =>
    at % 3 === 0 ? path.replace(/-\d+/, `-${generation + 1}`) : path;
  replaceFiles(
    root,
    files.map((from, at) => {
      const before = readFileSync(join(root, from), 'utf8');
      return { from, path: moved(from, at), before, text: before.replace(/\d+$/, String(generation + 1)) };
    }),
  );
}
