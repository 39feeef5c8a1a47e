/**
 * What the page says in words: a line at its foot, a message where there is nothing to see, and what a screen reader is told.
 */
import { html } from './dom.ts';
import { action } from './popover.ts';

export interface Announcing {
  readonly message: HTMLElement;
  readonly status: HTMLElement;
  /** For screen readers alone. */
  readonly live: HTMLElement;
  /** A line at the foot, until the next picture. */
  say(text: string): void;
  /** Where one stands now. Said once. */
  arrived(text: string): void;
  /**
   * In the middle of the stage, there only after a moment (`late`), or, where something stands there, below; with a way out. Empty:
   * nothing.
   */
  tell(text: string, where?: 'middle' | 'late' | 'low', way?: { readonly label: string; act(): void }): void;
}

/** Nothing said. */
export function createAnnouncing(): Announcing {
  const words = html('span');
  const message = html('div', { class: 'message', hidden: '' }, html('p', {}, words));
  const status = html('p', { class: 'status', role: 'status' });
  const live = html('p', { class: 'unseen', role: 'status' });
  return {
    message,
    status,
    live,
    say: (text) => {
      status.textContent = text;
    },
    arrived: (text) => {
      if (live.textContent !== text) live.textContent = text;
    },
    tell: (text, where = 'middle', way) => {
      message.hidden = text === '';
      words.textContent = text;
      message.classList.toggle('low', where === 'low');
      message.classList.toggle('late', where === 'late');
      for (const old of message.querySelectorAll('.action')) old.remove();
      if (way) message.append(action(way.label, way.act));
    },
  };
}
