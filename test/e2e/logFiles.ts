/**
 * Stands in for `@vscode/spdlog`, the native module that writes VS Code's log files, which we do not build: what a log
 * channel shows is such a file. Node is told of it by `--import`, and hands that on to the extension host.
 */
import { appendFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === '@vscode/spdlog' ? { url: import.meta.url, shortCircuit: true } : next(specifier, context),
});

const LEVELS = ['trace', 'debug', 'info', 'warning', 'error', 'critical', 'off'];

/** A line for each message of the level or above, in the form that VS Code asks of the module. */
class Logger {
  readonly #path: string;
  #level = 2;
  #isBare = false;

  constructor(path: string) {
    this.#path = path;
  }
  setLevel(level: number): void {
    this.#level = level;
  }
  setPattern(): void {}
  clearFormatters(): void {
    this.#isBare = true;
  }
  flush(): void {}
  drop(): void {}
  trace = (message: string): void => this.#write(0, message);
  debug = (message: string): void => this.#write(1, message);
  info = (message: string): void => this.#write(2, message);
  warn = (message: string): void => this.#write(3, message);
  error = (message: string): void => this.#write(4, message);
  critical = (message: string): void => this.#write(5, message);

  #write(level: number, message: string): void {
    if (level < this.#level) return;
    const time = new Date().toISOString().replace('T', ' ').replace('Z', '');
    appendFileSync(this.#path, this.#isBare ? message : `${time} [${LEVELS[level]}] ${message}\n`);
  }
}

export const setFlushOn = (): void => {};
export const createAsyncRotatingLogger = async (_name: string, path: string): Promise<Logger> => {
  appendFileSync(path, '');
  return new Logger(path);
};
export const createRotatingLogger = createAsyncRotatingLogger;
