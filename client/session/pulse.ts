/** What the watch over a server needs. */
export interface Watched {
  /** Asks the server for a sign of life; resolves or rejects when there was one. */
  ask(): Promise<unknown>;
  /** Whether the server is known to be at work, so that it is to be asked again. */
  isBusy(): boolean;
  /** It has given no sign of life for long. */
  lost(): void;
}

export interface Pulse {
  /** Something was sent to the server: it is asked whether it lives. */
  beat(): void;
  stop(): void;
}

/** Milliseconds between two looks at the clock. One that comes late, since the computer slept, counts as one. */
const tick = 1_000;
/** So many of them without an answer: it is stuck. */
const patience = 10;
/** And so many until it is asked once more, after something was sent. */
const rest = 3;

/**
 * Watches over a server: after something was sent to it, it is asked whether it answers, and once more some seconds later, since it
 * may do its work by then. While it is at work on its own, it is asked again and again. Nobody asks, and no clock runs, while
 * nothing happens.
 */
export function watchPulse({ ask, isBusy, lost }: Watched): Pulse {
  let clock: ReturnType<typeof setInterval> | undefined;
  let ticks = 0;
  let isWaiting = false;
  /** How many times it is to be asked still. */
  let due = 0;

  function look(): void {
    ticks++;
    if (isWaiting && ticks >= patience) {
      stop();
      lost();
    } else if (!isWaiting && ticks >= rest) {
      if (due > 0 || isBusy()) put();
      else stop();
    }
  }

  function put(): void {
    due = Math.max(0, due - 1);
    ticks = 0;
    isWaiting = true;
    const mine = clock;
    const heard = () => {
      if (clock !== mine) return;
      isWaiting = false;
      ticks = 0;
    };
    ask().then(heard, heard);
  }

  function stop(): void {
    clearInterval(clock);
    clock = undefined;
    isWaiting = false;
    due = 0;
  }

  return {
    beat: () => {
      due = Math.max(due, 1);
      if (clock !== undefined) return;
      clock = setInterval(look, tick);
      due = 2;
      put();
    },
    stop,
  };
}
