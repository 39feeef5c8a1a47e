#!/usr/bin/env node
import { ProposedFeatures, createConnection } from 'vscode-languageserver/node';
import { fileURLToPath } from 'node:url';
import { serve } from '../lsp/server.ts';
import { type Outcome, run } from './cli/run.ts';
import { nodeFolder } from './nodeFolder.ts';
import { VERSION } from './version.ts';

// The command line: the same core, no editor. Data goes to standard output, talk to standard error.

process.stdout.on('error', () => process.exit()); // `| head` has seen enough.

const words = process.argv.slice(2);
if (words[0] === 'lsp' && words.includes('--stdio')) {
  const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
  serve(connection, (uri) => nodeFolder(fileURLToPath(uri)), VERSION);
} else {
  const styled = process.stdout.isTTY === true && !process.env['NO_COLOR'];
  void run(words, styled).then(({ output, talk, code }: Outcome) => {
    if (output) process.stdout.write(output);
    if (talk) process.stderr.write(talk);
    process.exitCode = code;
  });
}
