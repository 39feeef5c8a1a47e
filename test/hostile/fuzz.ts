import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { chance } from './bytes.ts';
import { nextMessages, type World, worldOf } from './messages.ts';

// A fuzzer over the wire: by hand for as long as one likes, `MILLISECONDS=600000 SEED=7 node test/hostile/fuzz.ts FOLDER`; the
// folder is one that may be spoiled, with a corpus in it. `npm run bundle` first.

/** What came of it. */
export interface Fuzzed {
  readonly sent: number;
  readonly answered: number;
  /** What the server wrote to its log as errors, each once. */
  readonly failed: readonly string[];
  /** What is wrong, and the last messages before it. Undefined where the server lived and answered to the end. */
  readonly fault: { readonly what: string; readonly last: readonly string[]; readonly stderr: string } | undefined;
}

/** So many of the last messages are told of a fault. */
const LAST = Number(process.env.LAST ?? 12);
/** How long the server may be silent where an answer is due, in milliseconds: it reads corpora anew, on a slow machine. */
const PATIENCE = Number(process.env.PATIENCE ?? 60_000);
/** So many messages are sent before an answer to the last of them is waited for. */
const BURST = 40;

/** Sends messages by chance to a server process, from a seed, and makes sure that it lives and goes on answering. */
export async function fuzz(
  server: string,
  root: string,
  seed: number,
  milliseconds: number,
  spoils = true,
): Promise<Fuzzed> {
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: 'pipe' });
  const last: string[] = [];
  const failed = new Set<string>();
  let [stderr, sent, answered] = ['', 0, 0];
  const waiting = new Map<unknown, () => void>();
  const ended = new Promise<string>((resolve) =>
    child.on('close', (code, signal) => resolve(`it ended (${code ?? signal})`)),
  );
  child.stderr.on('data', (data) => {
    stderr += data;
  });
  child.stdin.on('error', () => {});
  const send = (content: string): void => {
    last.push(content.slice(0, 600));
    if (last.length > LAST) last.shift();
    sent++;
    child.stdin.write(`Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`);
  };
  listen(child.stdout, (message) => {
    if (message.method !== undefined && message.id !== undefined) {
      // What it asks of the editor.
      send(
        JSON.stringify({
          jsonrpc: '2.0',
          id: message.id,
          result: message.method === 'workspace/configuration' ? [{}] : null,
        }),
      );
    } else if (message.method === 'window/logMessage' && message.params?.type === 1) {
      failed.add(message.params.message ?? '');
    } else if (message.id !== undefined) {
      answered++;
      waiting.get(message.id)?.();
    }
  });
  /** Asks something that always has an answer. Answers whether it came in time, and the server is there. */
  const isAlive = async (nth: number): Promise<string | undefined> => {
    const id = `alive ${nth}`;
    const answer = new Promise<undefined>((resolve) => waiting.set(id, () => resolve(undefined)));
    send(JSON.stringify({ jsonrpc: '2.0', id, method: 'noteCorpus/status', params: {} }));
    let clock: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<string>((resolve) => {
      clock = setTimeout(() => resolve(`it was silent for ${PATIENCE} ms`), PATIENCE);
    });
    const fault = await Promise.race([answer, ended, late]);
    clearTimeout(clock);
    return fault;
  };
  const random = chance(seed);
  const world: World = worldOf(root, random, spoils);
  for (const message of world.opening) send(JSON.stringify(message));
  try {
    let what = await isAlive(-1);
    const end = Date.now() + milliseconds;
    for (let nth = 0; what === undefined && Date.now() < end; nth++) {
      for (let left = BURST; left > 0; left--) for (const content of nextMessages(world)) send(content);
      what = await isAlive(nth);
    }
    const fault = what === undefined ? undefined : { what: `${what}; SEED=${seed}`, last: [...last], stderr };
    return { sent, answered, failed: [...failed], fault };
  } finally {
    child.kill('SIGKILL');
    await ended;
  }
}

interface Heard {
  readonly id?: unknown;
  readonly method?: string;
  readonly params?: { readonly type?: number; readonly message?: string };
}

/** Takes the messages of a stream apart. */
function listen(stream: NodeJS.ReadableStream, hear: (message: Heard) => void): void {
  let held = Buffer.alloc(0);
  stream.on('data', (data: Buffer) => {
    held = Buffer.concat([held, data]);
    for (;;) {
      const head = held.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(held.toString('latin1', 0, head))?.[1]);
      if (held.length < head + 4 + length) return;
      hear(JSON.parse(held.toString('utf8', head + 4, head + 4 + length)));
      held = held.subarray(head + 4 + length);
    }
  });
}

if (process.argv[1] === import.meta.filename) {
  const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
  const server = join(import.meta.dirname, '../../dist/server.cjs');
  const fuzzed = await fuzz(server, process.argv[2]!, seed, Number(process.env.MILLISECONDS ?? 60_000));
  process.stdout.write(`SEED=${seed} ${JSON.stringify(fuzzed, null, 2)}\n`);
  process.exitCode = fuzzed.fault ? 1 : 0;
}
