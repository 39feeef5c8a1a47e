/**
 * Stands in for the language server, to see what VS Code does with an edit of texts that have changed meanwhile: it answers a
 * rename with what the file `edit.json` in the folder says, whatever has become of the other files.
 *
 * Plain CommonJS, because VS Code runs it in place of our bundle, over IPC: a message is an object.
 */
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { fileURLToPath } = require('node:url');

let folder = '';
const send = (message) => process.send({ jsonrpc: '2.0', ...message });
const status = () => [{ folder, isCorpus: true, inquiries: 0, notes: 2, pages: 0, missing: 0, skipped: [] }];

const answers = {
  initialize: ({ id, params }) => {
    folder = params.workspaceFolders[0].uri;
    send({ id, result: { capabilities: { textDocumentSync: 1, renameProvider: true } } });
  },
  initialized: () => send({ method: 'noteCorpus/changed', params: { status: status() } }),
  'noteCorpus/status': ({ id }) => send({ id, result: status() }),
  'noteCorpus/rename': ({ id }) => {
    const edit = JSON.parse(readFileSync(join(fileURLToPath(folder), 'edit.json'), 'utf8'));
    send({ id, result: { edit } });
  },
  shutdown: ({ id }) => send({ id, result: null }),
  exit: () => process.exit(0),
};

process.on('message', (message) => {
  if (message.method === undefined) return;
  if (Object.hasOwn(answers, message.method)) answers[message.method](message);
  else if (message.id !== undefined) send({ id: message.id, result: null });
});
process.on('disconnect', () => process.exit(0));
