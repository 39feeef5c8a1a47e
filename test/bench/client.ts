import { type ChildProcess, spawn } from 'node:child_process';
import { Framing, frame } from './framing.ts';

/** Milliseconds, of a clock that only runs forward, to the microsecond. */
export const now = (): number => Number(process.hrtime.bigint() / 1000n) / 1000;

// biome-ignore lint/suspicious/noExplicitAny: what a server says is of whatever type the row takes it for
export type Any = any;

/** What is answered to requests of the server, by method. */
export type Answers = Readonly<Record<string, (params: Any) => unknown>>;

interface Waiting {
  readonly resolve: (value: Any) => void;
  readonly reject: (error: Error) => void;
}

/** A server as a process of its own, and one client that speaks the Language Server Protocol to it over stdio. */
export class Client {
  readonly process: ChildProcess;
  /** When the process was started, on the clock of `now`. */
  readonly startedAt = now();
  readonly #answers: Answers;
  readonly #asked = new Map<number, Waiting>();
  readonly #listeners = new Set<(method: string, params: Any) => void>();
  #talk = '';
  #count = 0;

  constructor([program, ...args]: readonly string[], root: string, answers: Answers) {
    this.#answers = answers;
    this.process = spawn(program!, args, { cwd: root, stdio: 'pipe' });
    const framing = new Framing((message) => this.#hear(message));
    this.process.stdout!.on('data', (chunk: Buffer) => framing.take(chunk));
    this.process.stderr!.on('data', (chunk) => (this.#talk = (this.#talk + chunk).slice(-2000)));
    // It may be gone while something is written to it.
    this.process.stdin!.on('error', () => {});
    this.process.on('error', (error) => this.#gone(error.message));
    this.process.on('exit', (code) => this.#gone(`it ended with ${code}; ${this.#talk.trim()}`));
  }

  ask(method: string, params: unknown, limit = 300_000): Promise<Any> {
    const id = ++this.#count;
    const answer = new Promise<Any>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no answer to ${method} in ${limit / 1000} s`)), limit);
      const settled = <T>(then: (value: T) => void) => {
        return (value: T): void => {
          clearTimeout(timer);
          then(value);
        };
      };
      this.#asked.set(id, { resolve: settled(resolve), reject: settled(reject) });
    });
    this.#send({ id, method, params });
    return answer;
  }

  tell(method: string, params: unknown): void {
    this.#send({ method, params });
  }

  /** Calls for each notification; answers how to stop. */
  listen(listener: (method: string, params: Any) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The next notification that is the one: begin to wait before what makes the server send it. */
  next(isIt: (method: string, params: Any) => boolean, limit = 30_000): Promise<Any> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        stop();
        reject(new Error(`nothing was heard in ${limit / 1000} s`));
      }, limit);
      // The process is what keeps us here; when it has ended, nothing more is to be heard.
      timer.unref();
      const stop = this.listen((method, params) => {
        if (!isIt(method, params)) return;
        clearTimeout(timer);
        stop();
        resolve(params);
      });
    });
  }

  /** Ends the process as an editor does, and by force where it does not go in five seconds. */
  async end(): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const gone = new Promise((resolve) => this.process.once('exit', resolve));
    const force = setTimeout(() => this.process.kill('SIGKILL'), 5_000);
    await this.ask('shutdown', undefined, 4_000).catch(() => {});
    this.tell('exit', undefined);
    await gone;
    clearTimeout(force);
  }

  #send(message: object): void {
    this.process.stdin!.write(frame({ jsonrpc: '2.0', ...message }));
  }

  #hear({ id, method, params, result, error }: Any): void {
    if (method === undefined) {
      const waiting = this.#asked.get(id);
      this.#asked.delete(id);
      if (error) waiting?.reject(new Error(`${error.message} (${error.code})`));
      else waiting?.resolve(result);
    } else if (id === undefined) for (const listener of [...this.#listeners]) listener(method, params);
    else void this.#answer(id, method, params);
  }

  async #answer(id: number, method: string, params: unknown): Promise<void> {
    try {
      this.#send({ id, result: (await this.#answers[method]?.(params)) ?? null });
    } catch (error) {
      this.#send({ id, error: { code: -32603, message: String(error) } });
    }
  }

  #gone(reason: string): void {
    for (const { reject } of this.#asked.values()) reject(new Error(`the server is gone: ${reason}`));
    this.#asked.clear();
  }
}
