#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from '../lsp/server.ts';
import { cacheArgument } from './cacheArgument.ts';
import { run } from './cli/run.ts';
import { nodeFolder } from './nodeFolder.ts';
import { VERSION } from './version.ts';

// The command line: the same core, no editor. Data goes to standard output, talk to standard error.

process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
  if (code === 'EPIPE') process.exit(); // `| head` has seen enough.
  process.stderr.write(`note-corpus: the output cannot be written: ${message}\n`);
  process.exit(2);
});
process.stderr.on('error', () => process.exit());

const words = process.argv.slice(2);
if (words[0] === 'lsp' && words.includes('--stdio')) {
  const given = cacheArgument(words);
  const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
  serve(
    connection,
    (uri, { cache }) => nodeFolder(fileURLToPath(uri), { cache: given ?? cache, goesOn: true }),
    VERSION,
  );
} else {
  const styled = process.stdout.isTTY === true && !process.env.NO_COLOR;
  void run(words, styled).then(({ output, talk, code }) => {
    // Before anything is written: a pipe that nobody reads any more ends the process at once.
    process.exitCode = code;
    if (output) process.stdout.write(output);
    if (talk) process.stderr.write(talk);
  });
}
