import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { faulty, type Mutant, ROOT } from './plant.ts';

/** Files in which the compiler finds something wrong. */
function wrongIn(folder: string): Set<string> {
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  const { stdout } = spawnSync(process.execPath, [tsc, '--noEmit', '-p', 'server/core'], {
    cwd: folder,
    encoding: 'utf8',
  });
  return new Set(Array.from(stdout.matchAll(/^(\S+?\.ts)\(\d+,\d+\): error/gm), ([, path]) => path!));
}

/** The faults that the compiler notices, so that no test has to: asked for one of each file at once. */
export function noticedByCompiler(folder: string, mutants: readonly Mutant[]): Set<string> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(join(ROOT, 'server/core'), join(folder, 'server/core'), { recursive: true });
  cpSync(join(ROOT, 'tsconfig.json'), join(folder, 'tsconfig.json'));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const wrongWith = (planted: readonly Mutant[]): Set<string> => {
    for (const each of planted)
      writeFileSync(join(folder, each.file), faulty(readFileSync(join(ROOT, each.file), 'utf8'), each));
    const wrong = wrongIn(folder);
    for (const { file } of planted) cpSync(join(ROOT, file), join(folder, file));
    return wrong;
  };
  const noticed = new Set<string>();
  for (let rest = [...mutants]; rest.length > 0; ) {
    const batch = rest.filter(({ file }, index) => rest.findIndex((other) => other.file === file) === index);
    rest = rest.filter((each) => !batch.includes(each));
    const wrong = wrongWith(batch);
    for (const each of batch) if (wrong.has(each.file)) noticed.add(each.id);
  }
  return noticed;
}
