/**
 * Stands in for the language server, to see what VS Code shows of a reading that takes as long as a test wants: it
 * begins at once, and ends when there is a file `read-enough` in the folder, or when it is cancelled. It knows no more
 * of notes than their number.
 *
 * Plain CommonJS, because VS Code runs it in place of our bundle, over IPC: a message is an object.
 */
const { existsSync } = require('node:fs');
const { join } = require('node:path');
const { fileURLToPath } = require('node:url');

const ALL = 12_345;
const TOKEN = 'reading';
/** Milliseconds between two reports. */
const PACE = 50;

let folder = '';
let done = 0;
/** `undefined` while it is being read. */
let isCorpus;
/** Ids of those who asked for the status before it was known. */
const waiting = [];

const send = (message) => process.send({ jsonrpc: '2.0', ...message });
const progress = (value) => send({ method: '$/progress', params: { token: TOKEN, value } });
const status = () => [{ folder, isCorpus, inquiries: 0, notes: isCorpus ? ALL : 0, pages: 0, missing: 0, skipped: [] }];

function read() {
  if (isCorpus !== undefined) return;
  if (existsSync(join(fileURLToPath(folder), 'read-enough'))) return end(true);
  done = Math.min(done + 7, ALL - 1);
  progress({ kind: 'report', percentage: Math.floor((100 * done) / ALL), message: `${done} of ${ALL} files` });
  setTimeout(read, PACE);
}

function end(wasRead) {
  isCorpus = wasRead;
  progress({ kind: 'end' });
  for (const id of waiting) send({ id, result: status() });
  send({ method: 'noteCorpus/changed', params: { status: status() } });
}

const answers = {
  initialize: ({ id, params }) => {
    folder = params.workspaceFolders[0].uri;
    send({ id, result: { capabilities: {} } });
  },
  initialized: () => {
    send({ id: 1, method: 'window/workDoneProgress/create', params: { token: TOKEN } });
    progress({ kind: 'begin', title: 'Note Corpus', message: 'reading', percentage: 0, cancellable: true });
    read();
  },
  'window/workDoneProgress/cancel': ({ params }) => {
    if (params.token === TOKEN && isCorpus === undefined) end(false);
  },
  'noteCorpus/status': ({ id }) => {
    if (isCorpus === undefined) waiting.push(id);
    else send({ id, result: status() });
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
