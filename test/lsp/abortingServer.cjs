/**
 * The server as it is built, with two faults put in from outside: a text with the words “Abort here” ends the process, one with
 * “Loop here” never comes to an end, as soon as it is looked at. No note can do that to the server itself.
 */
const { join } = require('node:path');

const isBad = (text) => text.length < 100_000 && includes.call(text, ' here');
const includes = String.prototype.includes;
let inside = false;

function look(text) {
  if (inside || !isBad(text)) return;
  inside = true;
  if (includes.call(text, 'Abort here')) process.kill(process.pid, 'SIGKILL');
  while (includes.call(text, 'Loop here'));
  inside = false;
}

const { decode } = TextDecoder.prototype;
TextDecoder.prototype.decode = function (...given) {
  const text = decode.apply(this, given);
  // Of a file: what comes over the wire is JSON.
  if (text[0] !== '{' && !text.startsWith('Content-Length')) look(text);
  return text;
};
for (const name of ['split', 'indexOf', 'search', 'match', 'matchAll']) {
  const act = String.prototype[name];
  Object.defineProperty(String.prototype, name, {
    configurable: true,
    writable: true,
    value(...given) {
      if (this.length > 5 && this.startsWith('# ')) look(String(this));
      return act.apply(this, given);
    },
  });
}

require(join(process.env.NOTE_CORPUS_DIST, 'server.cjs'));
