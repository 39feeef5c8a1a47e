import { setTimeout as pause } from 'node:timers/promises';

/** How long a person would wait before calling it broken, on a slow machine that does something else as well. */
export const PATIENCE = 20_000;

/** The first activation reads the corpus while the workbench is still starting. */
export const LONG_PATIENCE = 60_000;

/**
 * Reads until what it reads is accepted.
 *
 * @param what completes the sentence "waited for …"
 * @returns the value accepted
 * @throws Error with the value, or the error, that was read last
 */
export async function until<T>(
  what: string,
  read: () => T | Promise<T>,
  accept: (value: T) => boolean,
  patience = PATIENCE,
): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    let last: string;
    try {
      const value = await read();
      if (accept(value)) return value;
      last = JSON.stringify(value);
    } catch (error) {
      // While the page is still being built, a read may fail that succeeds a moment later.
      last = String(error);
    }
    if (Date.now() > end) throw new Error(`waited ${patience / 1000} s for ${what}; the last that was seen: ${last}`);
    await pause(50);
  }
}

/** Whether `actual` is `expected` (a string), or has a part that matches it (an expression). */
export function fits(actual: string, expected: string | RegExp): boolean {
  return typeof expected === 'string' ? actual === expected : expected.test(actual);
}

/** For Playwright's `hasText`: the whole text, where a plain string would be found inside of a longer one too. */
export function whole(text: string | RegExp): RegExp {
  return typeof text === 'string' ? new RegExp(`^\\s*${RegExp.escape(text)}\\s*$`) : text;
}
