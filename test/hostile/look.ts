import assert from 'node:assert/strict';
import { differencesBetween, documentAt, rebuilt, type Snapshot, Workspace } from '../../server/core/index.ts';
import { hostileDocuments } from './documents.ts';
import { OTHERS, placesIn } from './measure.ts';
import { QUESTIONS } from './questions.ts';
import { checkRanges } from './ranges.ts';

// Run as a process by documents.test.ts: says a line of JSON before each document, and what is wrong, so that it is known which
// one hangs or ends it.

const [share, shares] = process.argv.slice(2).map(Number) as [number, number];
const say = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`);

/** Of a text so many keystrokes are typed at its beginning, and so many at each of two other places. */
const TYPED = Number(process.env.TYPED ?? 60);
const TYPED_WITHIN = 8;
const PLACES = 20;

for (const [nth, { what, path, bytes }] of hostileDocuments().entries()) {
  if (nth % shares !== share) continue;
  say({ begun: what });
  try {
    // As an editor shows it, whatever its encoding.
    lookAt(path, Buffer.from(bytes).toString('utf8'));
  } catch (error) {
    say({ failed: what, error: error instanceof Error ? error.stack : String(error) });
  }
}
say({ done: true });

function lookAt(path: string, text: string): void {
  const files = new Map(OTHERS);
  const workspace = new Workspace((each) => files.get(each), { minimumWords: 3 });
  workspace.apply([...files].map(([path, text]) => ({ path, text })));
  const put = (now: string): Snapshot => {
    files.set(path, now);
    return workspace.apply([{ path, text: now }]);
  };
  const opened = put(text);
  const document = documentAt(opened, path);
  const places = [...placesIn(text, PLACES), -1, text.length + 1];
  if (document) for (const ask of Object.values(QUESTIONS)) ask(opened, document, text, places);
  if (document) checkRanges(opened, document, text, places);
  sameAnew(opened, 'opened');
  for (const now of keystrokes(text)) {
    const snapshot = put(now);
    const typed = documentAt(snapshot, path);
    if (typed) QUESTIONS.diagnostics!(snapshot, typed, now, []);
  }
  sameAnew(put(text), 'typed');
  files.delete(path);
  sameAnew(workspace.apply([{ path, gone: true }]), 'closed');
}

/** A text while somebody types it: letter by letter at its beginning, and within it. */
function* keystrokes(text: string): Generator<string> {
  for (let end = 1; end <= Math.min(TYPED, text.length); end++) yield text.slice(0, end);
  if (text.length <= TYPED) return;
  for (const at of [text.length >> 1, text.length]) {
    for (let end = TYPED_WITHIN; end >= 0; end--) yield text.slice(0, Math.max(0, at - end)) + text.slice(at);
  }
}

/** What is known after some changes is what is read anew. */
function sameAnew(snapshot: Snapshot, when: string): void {
  const anew = ended(rebuilt(snapshot));
  assert.deepEqual(anew && ended(differencesBetween(snapshot, anew, 5)), [], when);
}

function ended<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
