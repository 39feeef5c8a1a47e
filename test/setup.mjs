/**
 * Installs what a fresh clone is missing: `npm test` runs this first, and where nothing is missing it takes no time.
 *
 *     node test/setup.mjs           for the tests: the project's modules, VS Code, Chromium
 *     node test/setup.mjs --demo    the same without Chromium
 *
 * Plain JavaScript for the oldest Node we know people to have (20), because it runs before anything is installed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from './e2e/chromium.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const E2E = join(ROOT, 'test/e2e');

/** The two fonts are what `test/e2e/fonts.conf` prefers; without them the pictures are only less pretty. */
const DEBIAN_PACKAGES = ['chromium', 'fonts-dejavu-core', 'fonts-inter', 'fonts-jetbrains-mono'];

/** Debian's packages may be being installed by somebody else just now. */
const APT = ['-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=3'];

const demo = process.argv.includes('--demo');

install('the modules of the project', ROOT);
install('VS Code and what drives it', E2E);
linkModules();
if (!demo && !findChromium()) setUpChromium();

/**
 * @param {string} what
 * @param {string} folder
 */
function install(what, folder) {
  if (isInstalled(folder)) return;
  // No package needs its scripts to be run, so none gets to run any.
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = () => run('npm', args, { cwd: folder });
  if (!step(what, npm)) process.exit(1);
}

function setUpChromium() {
  const apt = aptCommand();
  if (apt) step('Chromium, from Debian', () => installChromium(apt));
  if (findChromium()) return;
  console.error(
    [
      'setup: there is no Chromium, so the end-to-end tests are left out.',
      '       To have them, install Chromium or Chrome, or set CHROMIUM to one.',
    ].join('\n'),
  );
  // On a person's machine the other tests are worth having; in CI nobody would read the message.
  if (process.env.CI) process.exitCode = 1;
}

/**
 * `npm ci` takes away the whole folder first, so it is not run where what it would bring is there already.
 *
 * @param {string} folder
 */
function isInstalled(folder) {
  const lock = join(folder, 'package-lock.json');
  // npm writes this one last: a broken installation does not have it.
  const installed = join(folder, 'node_modules/.package-lock.json');
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs;
}

/** VS Code looks for its modules beside itself, while npm puts them at the top. */
function linkModules() {
  const link = join(E2E, 'node_modules/code-server/lib/vscode/node_modules');
  if (existsSync(link)) return;
  rmSync(link, { force: true });
  symlinkSync('../../../../node_modules', link);
}

/** @param {[string, ...string[]]} apt */
function installChromium([command, ...args]) {
  // An update that fails for one of several sources is no reason not to try.
  run(command, [...args, 'update', '-qq']);
  return run(command, [...args, 'install', '-qq', '-y', '--no-install-recommends', ...DEBIAN_PACKAGES]);
}

/**
 * @returns {[string, ...string[]] | undefined} how to call apt-get so that it asks nothing; undefined where this is not
 * Debian or one of its children, or we may not
 */
function aptCommand() {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  if (!/^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(release)) return undefined;
  /** @type {[string, ...string[]]} */
  const quietly = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...APT];
  if (process.getuid?.() === 0) return quietly;
  return run('sudo', ['-n', 'true']).ok ? ['sudo', '-n', ...quietly] : undefined;
}

/**
 * Says what is being installed, how long it took, and where it failed, why.
 *
 * @param {string} what
 * @param {() => { ok: boolean, output: string }} install
 */
function step(what, install) {
  process.stdout.write(`setup: ${what} … `);
  const start = performance.now();
  const { ok, output } = install();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(ok ? `${seconds} s` : `failed after ${seconds} s\n${output}`);
  return ok;
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string }} [options]
 */
function run(command, args, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    ...options,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  return { ok: status === 0, output: error ? String(error) : `${stdout}${stderr}`.trim() };
}
