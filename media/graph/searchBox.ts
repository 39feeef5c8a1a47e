/**
 * The search box: titles as they are typed, in a list that arrows move in. Enter goes to the hit, Escape back to the picture.
 */
import { html } from './dom.ts';
import { icon } from './icons.ts';
import type { Hit } from './messages.ts';
import { soon } from './motion.ts';
import { kindSample } from './samples.ts';
import { kindWord } from './words.ts';

export interface SearchEvents {
  /** Somebody is about to look for something. */
  begin(): void;
  /** Look for this; the hits are told with `show`. */
  look(query: string): void;
  /** Go there. */
  go(hit: Hit): void;
  /** Back to the picture. */
  leave(): void;
}

export interface SearchBox {
  readonly element: HTMLElement;
  focus(): void;
  /** What was found; kept only where it answers what stands in the box now. */
  show(query: string, hits: readonly Hit[]): void;
}

/** More are not listed. */
export const mostHits = 20;

/** An empty box. */
export function createSearchBox({ begin, look, go, leave }: SearchEvents): SearchBox {
  const input = html('input', {
    type: 'text',
    role: 'combobox',
    placeholder: 'Search titles',
    'aria-label': 'Search titles (/)',
    'aria-controls': 'hits',
    'aria-expanded': 'false',
    'aria-autocomplete': 'list',
    autocomplete: 'off',
    spellcheck: 'false',
    maxlength: 200,
    dir: 'auto',
  });
  const list = html('ul', { id: 'hits', class: 'hits', role: 'listbox', 'aria-label': 'Titles found', hidden: '' });
  const none = html('p', { class: 'hits none', role: 'status', hidden: '' });
  let hits: readonly Hit[] = [];
  let at = 0;
  let answered = '';

  const set = (next: readonly Hit[], words: string): void => {
    hits = next;
    at = 0;
    list.replaceChildren(...hits.map(option));
    list.hidden = hits.length === 0;
    none.hidden = words === '';
    none.textContent = words;
    input.setAttribute('aria-expanded', String(hits.length > 0));
    mark();
  };
  const mark = (): void => {
    const rows = [...list.children];
    rows.forEach((row, index) => void row.setAttribute('aria-selected', String(index === at)));
    const row = rows[at];
    if (row) input.setAttribute('aria-activedescendant', row.id);
    else input.removeAttribute('aria-activedescendant');
    row?.scrollIntoView({ block: 'nearest' });
  };
  const choose = (hit: Hit | undefined): void => {
    if (hit === undefined) return;
    end();
    go(hit);
  };
  const end = (): void => {
    input.value = '';
    set([], '');
    leave();
  };

  input.addEventListener('focus', begin);
  input.addEventListener('input', () => {
    if (input.value.trim() === '') set([], '');
    else look(input.value);
  });
  input.addEventListener('keydown', (event) => {
    event.stopPropagation();
    if (event.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && hits.length > 0) {
      at = (at + step + hits.length) % hits.length;
      mark();
    } else if (event.key === 'Enter' && answered === input.value) choose(hits[at]);
    else if (event.key === 'Escape') end();
    else return;
    event.preventDefault();
  });
  // A click in the list takes the keyboard first, and must not close it before it is heard.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('click', ({ target }) => {
    const row = target instanceof Element ? target.closest('li') : null;
    if (row) choose(hits[[...list.children].indexOf(row)]);
  });
  input.addEventListener('blur', () => soon(() => document.activeElement !== input && set([], '')));

  return {
    element: html('search', { class: 'finder' }, icon('search'), input, list, none),
    focus: () => {
      input.focus();
      input.select();
    },
    show: (query, found) => {
      if (query !== input.value) return;
      answered = query;
      set(found.slice(0, mostHits), found.length === 0 ? 'No title is like that.' : '');
    },
  };
}

function option({ title, kind }: Hit, index: number): HTMLElement {
  const words = html('span', { class: 'title', dir: 'auto' }, title);
  const row = html('li', { id: `hit-${index}`, role: 'option', title: kindWord(kind) }, kindSample(kind), words);
  row.append(html('span', { class: 'unseen' }, `, ${kindWord(kind)}`));
  return row;
}
