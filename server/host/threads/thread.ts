import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { Lexicon, mayBeDocument, Numbering, packed, type Rows, unpacked } from '../../core/index.ts';
import { condense, isDocument, NOT_READ } from '../../lsp/reading/condense.ts';
import { readFile, stampsNow } from '../readFile.ts';
import { type Trail, trailIn } from '../trail.ts';
import { type Condensed, type Order, type Scanned, STATES, type ThreadData } from './messages.ts';

// A thread that reads files for the server: order in, answer out, in order.

const { root, trail, slot } = workerData as ThreadData;
const working: Trail = trail === undefined ? () => {} : trailIn(trail, slot);

const numbering = new Numbering();
let lexicon = new Lexicon(numbering.spellings);
/** How many keys and spellings the server knows. */
const told = { keys: 0, spellings: 0 };
const port = parentPort!;

port.on('message', (order: Order) => {
  switch (order.kind) {
    case 'condense':
      return send(condensed(order.paths));
    case 'stamp': {
      const stamps = stampsNow(root, order.paths);
      return port.postMessage(stamps, [stamps.buffer as ArrayBuffer]);
    }
    case 'learn':
      lexicon = new Lexicon(numbering.spellings, order.lexicon);
      return;
    case 'scan':
      return send(scanned(order.paths, order.lengths, order.prose));
  }
});

function condensed(paths: readonly string[]): Condensed {
  const files = paths.map((path) => {
    working(join(root, path));
    return condense(path, mayBeDocument(path) ? readFile(root, path) : NOT_READ, numbering);
  });
  working();
  const columns = (pick: 'sheet' | 'prose'): Rows =>
    packed(files.map((file) => (isDocument(file) ? file[pick] : EMPTY)));
  const stateOf = (file: (typeof files)[number]): (typeof STATES)[number] =>
    isDocument(file) ? 'document' : 'gone' in file ? 'gone' : file.problem === undefined ? 'present' : 'problem';
  return {
    states: Uint8Array.from(files, (file) => STATES.indexOf(stateOf(file))),
    sheets: columns('sheet'),
    prose: columns('prose'),
    problems: files.flatMap((file) => ('problem' in file ? [file.problem!] : [])),
    stamps: Float64Array.from(
      files.flatMap(({ stamp }) => (stamp ? [stamp.size, stamp.modified, stamp.hash] : [-1, -1, -1])),
    ),
    keys: news('keys'),
    spellings: news('spellings'),
  };
}

function scanned(paths: readonly string[], lengths: Int32Array, prose: Rows): Scanned {
  const columns = unpacked(prose);
  const finds = paths.map((path, at) => {
    working(join(root, path));
    const reading = readFile(root, path);
    return 'text' in reading && reading.text.length === lengths[at]
      ? lexicon.scan(reading.text, columns[at]!)
      : undefined;
  });
  working();
  return {
    occurrences: packed(finds.map((each) => each?.occurrences ?? EMPTY)),
    filters: packed(finds.map((each) => (each ? new Int32Array(each.filter.buffer) : EMPTY))),
    spellings: news('spellings'),
  };
}

/** The texts that got their numbers since this was last asked. */
function news(kind: 'keys' | 'spellings'): string[] {
  const texts: string[] = [];
  for (; told[kind] < numbering[kind].size; told[kind]++) texts.push(numbering[kind].string(told[kind]));
  return texts;
}

const EMPTY = new Int32Array();

function send(answer: Condensed | Scanned): void {
  const rows = 'sheets' in answer ? [answer.sheets, answer.prose] : [answer.occurrences, answer.filters];
  port.postMessage(
    answer,
    rows.map(({ values }) => values.buffer as ArrayBuffer),
  );
}
