import { setTimeout as sleep } from 'node:timers/promises';
import type { Book } from './book.ts';
import { now } from './client.ts';
import type { Session } from './session.ts';

/** How often things are done. */
export interface Plan {
  /** Cold starts of our server and the echo, and of the peers, which take longer. */
  readonly starts: number;
  readonly peerStarts: number;
  /** Questions that take a millisecond or so. */
  readonly questions: number;
  /** Those that take many. */
  readonly longQuestions: number;
  readonly keystrokes: number;
  /** Changes of all files: there, and back again. */
  readonly storms: number;
}

export const QUICK: Plan = {
  starts: 3,
  peerStarts: 1,
  questions: 100,
  longQuestions: 7,
  keystrokes: 40,
  storms: 1,
};
export const FULL: Plan = {
  starts: 5,
  peerStarts: 2,
  questions: 500,
  longQuestions: 20,
  keystrokes: 100,
  storms: 4,
};

/** A row that a server with its corpus open is measured for. */
export type Row = (session: Session, plan: Plan, book: Book) => Promise<void>;

/** Milliseconds that something takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = now();
  await work();
  return now() - start;
}

/** An answer that is not right: then its time says nothing. */
export function verify(holds: boolean, words: string): asserts holds {
  if (!holds) throw new Error(`wrong answer: ${words}`);
}

/**
 * Asks until the answer is right. Answers when that was.
 * @param pause between one question and the next, in milliseconds.
 */
export async function untilRight(isRight: () => Promise<boolean>, pause = 1, limit = 300_000): Promise<number> {
  for (const start = now(); ; ) {
    if (await isRight()) return now();
    if (now() - start > limit) throw new Error(`no right answer in ${limit / 1000} s`);
    await sleep(pause);
  }
}

/** Measures a row; what goes wrong with one server is said in its cell, and the others go on. */
export async function attempt(book: Book, row: string, server: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    book.say(row, server, (error as Error).message.slice(0, 160));
  }
}

/** Whether the server announced it; else the cell says that it did not. */
export function announced(session: Session, method: string, row: string, book: Book): boolean {
  if (session.can(method)) return true;
  book.say(row, session.peer.name, 'not announced');
  return false;
}
