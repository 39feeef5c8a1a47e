import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';

test('two minutes of work leave no heap, handle or timer behind, and no answer is another one than at the start', async (t) => {
  const soak = join(import.meta.dirname, '../soak/main.ts');
  const args = ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', soak, '--ci', '--minutes', '2', '--notes', '1000'];
  const run = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [said, [code]] = await Promise.all([text(run.stdout), once(run, 'close')]);
  for (const line of said.trim().split('\n')) t.diagnostic(line);
  assert.equal(code, 0);
});
