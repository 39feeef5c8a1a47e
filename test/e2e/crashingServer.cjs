/**
 * Stands in for the language server, to see what VS Code shows of one that goes down: a text with the words “Abort here” kills it,
 * one with “Loop here” makes it silent for ever, as soon as the editor shows it. It knows no more of notes than that there are two,
 * and says what it is at work on as the real one does.
 *
 * Plain CommonJS, because VS Code runs it in place of our bundle, over IPC: a message is an object.
 */
const { mkdirSync, writeFileSync } = require('node:fs');
const { dirname } = require('node:path');
const { fileURLToPath } = require('node:url');

let folder = '';
let trail = '';
let leftOut = [];
const send = (message) => process.send({ jsonrpc: '2.0', ...message });
const skipped = () =>
  leftOut.map((uri) => ({
    path: decodeURIComponent(uri.slice(folder.length + 1)),
    reason: 'brought the language server down twice, and is left out until it changes',
  }));
const status = () => [
  { folder, isCorpus: true, inquiries: 0, notes: 2 - leftOut.length, pages: 0, missing: 0, skipped: skipped() },
];
const tell = () => send({ method: 'noteCorpus/changed', params: { status: status() } });

function working(uri) {
  const path = Buffer.from(fileURLToPath(uri));
  mkdirSync(dirname(trail), { recursive: true });
  writeFileSync(trail, Buffer.concat([Buffer.from([path.length & 255, path.length >> 8]), path]));
}

function look(uri, text) {
  if (leftOut.includes(uri)) return;
  working(uri);
  if (text.includes('Abort here')) process.kill(process.pid, 'SIGKILL');
  while (text.includes('Loop here'));
  writeFileSync(trail, Buffer.alloc(2));
}

const answers = {
  initialize: ({ id, params }) => {
    folder = params.workspaceFolders[0].uri;
    trail = params.initializationOptions.trail;
    leftOut = params.initializationOptions.leaveOut;
    send({ id, result: { capabilities: { textDocumentSync: 1 } } });
  },
  initialized: tell,
  'textDocument/didOpen': ({ params }) => look(params.textDocument.uri, params.textDocument.text),
  'textDocument/didChange': ({ params }) => look(params.textDocument.uri, params.contentChanges[0].text),
  'noteCorpus/status': ({ id }) => send({ id, result: status() }),
  'noteCorpus/leaveOut': ({ params }) => {
    leftOut = params.uris;
    tell();
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
