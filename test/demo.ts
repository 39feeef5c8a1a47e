/**
 * Shows the extension without installing anything into the VS Code one has: `npm run demo`.
 *
 * First the sample corpus is checked on the command line, then VS Code, with the extension in it, is served for the
 * browser on a copy of the sample.
 *
 *     npm run demo -- --port 9000     another port; by default 8080, or the next free one
 *     npm run demo -- --host 0.0.0.0  from outside of a container; the address then carries a secret
 *     npm run demo -- --once          ends as soon as the address answers
 */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { folderAddress, startVSCode } from './e2e/vscode.ts';

const ROOT = join(import.meta.dirname, '..');
const SAMPLE = 'media/sample';
const EXTENSION = join(ROOT, 'note-corpus.vsix');

const { port, host, once } = parseArgs({
  options: {
    port: { type: 'string', default: '8080-8180' },
    host: { type: 'string', default: '127.0.0.1' },
    once: { type: 'boolean', default: false },
  },
}).values;

checkOnCommandLine();
await serve();

/** The sample has faults on purpose, so findings (exit code 1) are what is expected here. */
function checkOnCommandLine(): void {
  console.log(`\n$ note-corpus check ${SAMPLE}\n`);
  const { status } = spawnSync(process.execPath, ['dist/cli.cjs', 'check', SAMPLE], { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0 && status !== 1) throw new Error(`note-corpus check ended with ${status}`);
}

async function serve(): Promise<void> {
  const folder = copySample();
  // Whoever reaches the address can run programs as us, so one that others can reach needs a secret.
  const token = host === '127.0.0.1' || host === 'localhost' ? undefined : randomBytes(12).toString('hex');
  const settings = existsSync(join(folder, 'README.md')) ? { 'workbench.startupEditor': 'readme' } : {};
  const server = await startVSCode({ vsix: EXTENSION, settings, host, port, ...(token && { token }) });
  const address = folderAddress(server.url, folder, token);

  // The answer is the page itself, and not only a port that is open.
  const answer = await fetch(address, token ? { headers: { cookie: `vscode-tkn=${token}` } } : {});
  if (!answer.ok) throw new Error(`VS Code answers with ${answer.status}:\n${server.log()}`);
  console.log(`\nVS Code with Note Corpus, on a copy of ${SAMPLE}:\n\n    ${address}\n`);

  if (!once) {
    console.log('Ctrl+C stops it.');
    await Promise.race([signal(), server.ended]);
  }
  await server.stop();
  console.log('Stopped.');
}

/** A copy, so that trying things out does not change the clone. */
function copySample(): string {
  const parent = realpathSync(mkdtempSync(join(tmpdir(), 'note-corpus-demo-')));
  process.once('exit', () => rmSync(parent, { recursive: true, force: true }));
  const folder = join(parent, 'sample');
  cpSync(join(ROOT, SAMPLE), folder, { recursive: true });
  return folder;
}

/**
 * Resolves when we are asked to stop, by the terminal or by whoever started us. Asking again changes nothing: npm passes
 * on the Ctrl+C that the terminal has already sent to all.
 */
function signal(): Promise<void> {
  return new Promise((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => resolve());
  });
}
