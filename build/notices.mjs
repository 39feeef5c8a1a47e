/**
 * Writes THIRD-PARTY-NOTICES.txt: whose code is in the bundles, and under which licence. What is in a bundle, esbuild says.
 *
 *     node build/notices.mjs            writes it
 *     node build/notices.mjs --check    only says whether it is current: exit code 1 where it is not
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FILE = join(ROOT, 'THIRD-PARTY-NOTICES.txt');
const RULE = '-'.repeat(80);

const text = noticesOf(bundledPackages());
if (!process.argv.includes('--check')) {
  writeFileSync(FILE, text);
} else if (!existsSync(FILE) || readFileSync(FILE, 'utf8') !== text) {
  console.error('THIRD-PARTY-NOTICES.txt is not what the bundles contain: run "npm run notices".');
  process.exitCode = 1;
}

/** Folders of the packages that go into any bundle, sorted: the scripts `bundle:…` are run once more, to nowhere. */
function bundledPackages() {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const commands = Object.keys(scripts)
    .filter((name) => name.startsWith('bundle:'))
    .flatMap((name) => scripts[name].split('&&'));
  const out = mkdtempSync(join(tmpdir(), 'note-corpus-notices-'));
  try {
    const folders = commands.flatMap((command, at) => inputsOf(command.trim(), join(out, String(at))));
    return [...new Set(folders)].sort();
  } finally {
    rmSync(out, { recursive: true });
  }
}

/**
 * @param {string} command as in a script: `esbuild graph=media/graph/main.ts --bundle … --outdir=dist`
 * @param {string} out
 */
function inputsOf(command, out) {
  const [program, ...args] = command.split(/\s+/);
  if (program !== 'esbuild') throw new Error(`a bundle is made by esbuild, not by ${program}`);
  const meta = `${out}.json`;
  const elsewhere = args.map((each) => (each.startsWith('--outdir=') ? `--outdir=${out}` : each));
  const esbuild = join(ROOT, 'node_modules/esbuild/bin/esbuild');
  const all = [esbuild, ...elsewhere, `--metafile=${meta}`, '--log-level=error'];
  const { status, stderr } = spawnSync(process.execPath, all, { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  // Not what was read, but what is left of it: a package that is imported for its types is in no bundle.
  const { outputs } = JSON.parse(readFileSync(meta, 'utf8'));
  return Object.values(outputs)
    .flatMap(({ inputs }) => Object.keys(inputs).filter((path) => inputs[path].bytesInOutput > 0))
    .flatMap((path) => /^.*\bnode_modules\/(?:@[^/]+\/)?[^/]+/.exec(path.replaceAll('\\', '/'))?.[0] ?? []);
}

/** @param {string[]} folders */
function noticesOf(folders) {
  const packages = new Map();
  for (const folder of folders) {
    const { name, version, license, licenses } = JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8'));
    // The plural is how it was written until 2014.
    const terms = license ?? licenses?.map(({ type }) => type).join(' or ') ?? 'licence unknown';
    packages.set(`${name} ${version}`, { terms, text: licenceIn(join(ROOT, folder)) });
  }
  const names = [...packages.keys()].sort();
  const list = names.map((name) => `  ${name} (${packages.get(name).terms})`);
  const texts = names.map((name) => `${RULE}\n${name}\n${RULE}\n\n${packages.get(name).text}\n`);
  return [
    'Note Corpus contains code of the following packages. It is bundled: nothing else is installed with the extension.',
    '',
    ...list,
    '',
    ...texts,
  ].join('\n');
}

/** @param {string} folder */
function licenceIn(folder) {
  const files = readdirSync(folder).sort();
  const read = (/** @type {string} */ name) => readFileSync(join(folder, name), 'utf8').replace(/\r\n?/g, '\n');
  const own = files.find((name) => /^(licen[cs]e|copying)([.-]|$)/i.test(name));
  const readme = files.find((name) => /^readme([.-]|$)/i.test(name));
  const said = own ? read(own) : /^(?:#+ *)?Licen[cs]e\n.*$/ims.exec(readme ? read(readme) : '')?.[0];
  return said?.replace(/[^\S\n]+$/gm, '').trim() ?? 'Its package does not have the text of its licence.';
}
