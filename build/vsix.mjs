/**
 * Packs note-corpus.vsix so that the same bundles make the same bytes, on whatever day, in whatever time zone and with whatever
 * permissions of the files.
 *
 *     node build/vsix.mjs [FILE]
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const file = process.argv[2] ?? 'note-corpus.vsix';

/** Seconds: 2020-01-01 in UTC. vsce gives it to all files; a zip says it in local time, and sorts by the language's rules. */
const always = { SOURCE_DATE_EPOCH: '1577836800', TZ: 'UTC', LC_ALL: 'C' };

const vsce = join(ROOT, 'node_modules/@vscode/vsce/vsce');
const args = [vsce, 'package', '--no-dependencies', '--allow-missing-repository', '--out', file];
const { status } = spawnSync(process.execPath, args, {
  cwd: ROOT,
  stdio: 'inherit',
  env: { ...process.env, ...always },
});
if (status !== 0) process.exit(status ?? 1);
writeFileSync(file, withoutModes(readFileSync(file)));

/**
 * A zip keeps the permissions that a file had on this disk; VS Code goes by none of them. (PKWARE's APPNOTE.TXT 6.3.10, 4.3.12 and
 * 4.3.16: the central directory, and where it begins.)
 *
 * @param {Buffer} zip
 */
function withoutModes(zip) {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0) throw new Error(`${file} is no zip`);
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    if (zip.toString('latin1', at, at + 4) !== 'PK\x01\x02') throw new Error(`${file} has no central directory`);
    zip.writeUInt32LE((0o100644 << 16) >>> 0, at + 38);
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return zip;
}
