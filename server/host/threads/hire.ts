import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { type Finds, lengthIn, Numbering, packed, renumber, respell, unpacked } from '../../core/index.ts';
import type { Crew, DocumentRead, FileRead, Hand } from '../../lsp/ports.ts';
import { stampsNow } from '../readFile.ts';
import { trailIn } from '../trail.ts';
import { type Condensed, type Order, type Scanned, STATES, type ThreadData } from './messages.ts';
import { programOf } from './program.ts';

/** Fewer files are read before a thread has started. */
const FEW = 1500;

/** More threads would wait for the disk, and for this one. */
const MOST = 4;

/**
 * Threads that read files of a folder beside this one; undefined where there are too few files, or one core.
 *
 * @param jobs how many threads there may be, this one among them; as many as there are cores where it is not said.
 */
export function hire(data: ThreadData, files: number, numbering: Numbering, jobs = usual()): Crew | undefined {
  if (files >= FEW) growSlowly();
  const program = files < FEW || jobs < 2 ? undefined : programOf('thread');
  if (!program) return undefined;
  const threads = Array.from(
    { length: jobs - 1 },
    (_, at) => new Thread(program, { ...data, slot: at + 1 }, numbering),
  );
  return {
    hands: [...threads, ...threads],
    learn(lexicon) {
      const shared = lexicon.share();
      for (const thread of threads) thread.order({ kind: 'learn', lexicon: shared });
    },
    dismiss: async () => {
      await Promise.all(threads.map((thread) => thread.dismiss()));
    },
  };
}

/**
 * What is read of a corpus stays: the youngest part of memory keeps the size that it has by now, and the rest grows by a third
 * before it is swept. That spares a fifth of all memory, and costs a twentieth of the time to read.
 */
function growSlowly(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=30');
}

/** Of a thread's memory for what is new, in MB: more would be used, and to no end. */
const YOUNG = 12;

/** So long a thread is waited for, in milliseconds: many times what the largest files of a batch take. */
const PATIENCE = 20_000;

const usual = (): number => Math.min(MOST, availableParallelism());

/** So many files are looked at in the time that a thread needs to start, several times over. */
const MANY = 20_000;

/** Size and time of files of a folder (`stampsNow`): by another thread where they are many, while this one does other work. */
export async function stampsOf(data: ThreadData, paths: readonly string[], jobs = usual()): Promise<Float64Array> {
  const program = paths.length < MANY || jobs < 2 ? undefined : programOf('thread');
  if (!program) return stampsNow(data.root, paths);
  const thread = new Thread(program, data, new Numbering());
  try {
    return await thread.stamps(paths);
  } catch {
    return stampsNow(data.root, paths);
  } finally {
    void thread.dismiss();
  }
}

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
}

/** One thread, from this side: its numbers are made the corpus' own. */
class Thread implements Hand {
  readonly #worker: Worker;
  readonly #numbering: Numbering;
  /** Numbers of the corpus by the thread's. */
  readonly #keys: number[] = [];
  readonly #spellings: number[] = [];
  /** Orders that are not answered yet; answers come in order. */
  readonly #waiting: Waiting[] = [];
  #failure: Error | undefined;
  #deadline: ReturnType<typeof setTimeout> | undefined;

  constructor(program: string, data: ThreadData, numbering: Numbering) {
    this.#numbering = numbering;
    this.#worker = new Worker(program, {
      workerData: data,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
    });
    this.#worker.on('message', (answer: Condensed | Scanned | Float64Array) => {
      this.#waiting.shift()?.resolve(answer as never);
      this.#waitFor();
    });
    // What this thread was at work on when it failed, the server's own will be at work on: then that is known.
    const forget = (): void => {
      if (data.trail !== undefined) trailIn(data.trail, data.slot)();
    };
    this.#worker.on('error', (error) => this.#fail(error as Error));
    this.#worker.on('exit', () => {
      forget();
      this.#fail(new Error('the thread ended'));
    });
  }

  async condense(paths: readonly string[]): Promise<FileRead[]> {
    const answer = await this.#ask<Condensed>({ kind: 'condense', paths });
    this.#meet(answer.keys, answer.spellings);
    const [sheets, prose] = [unpacked(answer.sheets), unpacked(answer.prose)];
    const problems = [...answer.problems];
    return paths.map((path, at): FileRead => {
      const state = STATES[answer.states[at]!];
      if (state === 'gone') return { path, gone: true };
      const [size, modified, hash] = answer.stamps.subarray(3 * at, 3 * at + 3);
      const stamp = size! >= 0 && { stamp: { size: size!, modified: modified!, hash: hash! } };
      if (state === 'present') return { path, present: true, ...stamp };
      if (state === 'problem') return { path, present: true, problem: problems.shift()! };
      renumber(
        sheets[at]!,
        (key) => this.#keys[key]!,
        (spelling) => this.#spellings[spelling]!,
      );
      return { path, sheet: sheets[at]!, prose: prose[at]!, ...stamp };
    });
  }

  async scan(files: readonly DocumentRead[]): Promise<(Finds | undefined)[]> {
    const answer = await this.#ask<Scanned>({
      kind: 'scan',
      paths: files.map(({ path }) => path),
      lengths: Int32Array.from(files, ({ sheet }) => lengthIn(sheet)),
      prose: packed(files.map(({ prose }) => prose)),
    });
    this.#meet([], answer.spellings);
    const filters = unpacked(answer.filters);
    return unpacked(answer.occurrences).map((occurrences, at) => {
      const { buffer, byteOffset, length } = filters[at]!;
      if (length === 0) return undefined;
      respell(occurrences, this.#spellings);
      return { occurrences, filter: new Uint32Array(buffer, byteOffset, length) };
    });
  }

  stamps(paths: readonly string[]): Promise<Float64Array> {
    return this.#ask<Float64Array>({ kind: 'stamp', paths });
  }

  order(order: Order): void {
    this.#worker.postMessage(order);
  }

  async dismiss(): Promise<void> {
    await this.#worker.terminate();
  }

  #ask<Answer>(order: Order): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (this.#failure) return reject(this.#failure);
      this.#waiting.push({ resolve, reject });
      this.order(order);
      if (this.#waiting.length === 1) this.#waitFor();
    });
  }

  #meet(keys: readonly string[], spellings: readonly string[]): void {
    for (const key of keys) this.#keys.push(this.#numbering.keys.number(key));
    for (const spelling of spellings) this.#spellings.push(this.#numbering.spellings.number(spelling));
  }

  /** A thread that says nothing for long is stuck at some file, or the disk is: it is given up. */
  #waitFor(): void {
    clearTimeout(this.#deadline);
    if (this.#waiting.length === 0 || this.#failure) return;
    this.#deadline = setTimeout(() => {
      this.#fail(new Error('the thread says nothing'));
      void this.dismiss();
    }, PATIENCE);
  }

  #fail(error: Error): void {
    clearTimeout(this.#deadline);
    this.#failure ??= error;
    for (const { reject } of this.#waiting.splice(0)) reject(error);
  }
}
