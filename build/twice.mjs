/**
 * Builds and packs the extension twice, and says whether the two are the same bytes: exit code 1 where they are not.
 *
 *     npm run package:twice
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

// As on two machines: another time zone, another language, other permissions.
const first = packed({ TZ: 'America/New_York', LANG: 'C.UTF-8' }, 0o022);
const second = packed({ TZ: 'Asia/Tokyo', LANG: 'tr_TR.UTF-8' }, 0o077);
console.log(`${first}\n${second}\n${first === second ? 'the same bytes' : 'not the same bytes'}`);
process.exitCode = first === second ? 0 : 1;

/**
 * @param {Record<string, string>} env
 * @param {number} mask
 */
function packed(env, mask) {
  rmSync(join(ROOT, 'dist'), { recursive: true, force: true });
  process.umask(mask);
  const { status, stdout, stderr } = spawnSync('npm', ['run', 'package'], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`${stdout}${stderr}`);
  const file = join(ROOT, 'note-corpus.vsix');
  return `${createHash('sha256').update(readFileSync(file)).digest('hex')}  ${statSync(file).size} bytes`;
}
