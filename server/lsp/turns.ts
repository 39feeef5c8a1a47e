/** How long work goes on at a stretch before other work has its turn, in milliseconds: a keystroke waits no longer. */
const STRETCH = 5;

/** Long work in stretches, so that questions are answered between them. */
export class Turns {
  #end = 0;

  /** Gives other work a turn where this one had its stretch. */
  async give(): Promise<void> {
    if (!this.isOver) return;
    await turn();
    this.#end = performance.now() + STRETCH;
  }

  /** Whether the stretch is over; it begins with the first question. */
  get isOver(): boolean {
    const now = performance.now();
    if (this.#end === 0) this.#end = now + STRETCH;
    return now >= this.#end;
  }
}

/** How long after a question or a keystroke another one may be near, in milliseconds. */
const NEAR = 100;

let heard = Number.NEGATIVE_INFINITY;

/** Somebody asked or typed something. */
export function hear(): void {
  heard = performance.now();
}

/** Whether nobody asked or typed anything just now: then work in the background is in nobody's way. */
export const isQuiet = (): boolean => performance.now() - heard > NEAR;

/** Resolves once the messages that wait have been heard. */
export const turn = (): Promise<void> =>
  new Promise((resolve) => {
    if (typeof setImmediate === 'function') setImmediate(resolve);
    else setTimeout(resolve, 0);
  });

/** How long work stops that nobody waits for as for an answer at the cursor, in milliseconds. */
const PAUSE = 20;

/** Stops for a moment where somebody asks or types something. */
export async function standBack(): Promise<void> {
  if (!isQuiet()) await new Promise((resolve) => setTimeout(resolve, PAUSE));
}

/**
 * Takes the steps of some long work, and gives other work its turn after each stretch. Undefined where it was not to go on.
 *
 * @param goesOn asked after each stretch
 * @param between what to wait for there besides
 */
export async function inTurns<T, S = void>(
  steps: Generator<S, T>,
  goesOn: () => boolean = () => true,
  between: () => Promise<void> = async () => {},
): Promise<T | undefined> {
  const turns = new Turns();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (!turns.isOver) continue;
    await between();
    await turns.give();
    if (!goesOn()) return undefined;
  }
}
