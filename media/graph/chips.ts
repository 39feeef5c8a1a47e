/**
 * Marks over the picture that something is left out of it; a click on one brings it back.
 */
import type { GraphFilter } from '../../server/protocol.ts';
import { html } from './dom.ts';
import { filterWords } from './filter.ts';
import { icon } from './icons.ts';

export interface Chips {
  readonly element: HTMLElement;
  update(filter: GraphFilter, hidden: number): void;
}

/** No marks. */
export function createChips(clear: () => void, showHidden: () => void): Chips {
  const filtered = chip('Show everything', clear);
  const away = chip('Show hidden ones again', showHidden);
  return {
    element: html('div', { class: 'chips' }, filtered.element, away.element),
    update: (filter, hidden) => {
      filtered.set(filterWords(filter).join(' · '));
      away.set(hidden === 0 ? '' : `${hidden} hidden`);
    },
  };
}

function chip(title: string, act: () => void): { element: HTMLElement; set(words: string): void } {
  const words = html('span', { class: 'words', dir: 'auto' });
  const element = html('button', { class: 'chip', type: 'button', title, hidden: '' }, words, icon('close'));
  element.addEventListener('click', act);
  return {
    element,
    set: (text) => {
      words.textContent = text;
      element.hidden = text === '';
      element.setAttribute('aria-label', `${text}. ${title}`);
    },
  };
}
