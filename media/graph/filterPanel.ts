/**
 * The panel of filters.
 */
import type { GraphFilter } from '../../server/protocol.ts';
import { html } from './dom.ts';
import { showsKind, showsRole, toggleKind, toggleRole, withPart } from './filter.ts';
import { action, choice, createPopover, type Popover } from './popover.ts';
import { kindSample, roleSample } from './samples.ts';
import { kinds, kindsWord, roles, roleWord } from './words.ts';

export interface FilterState {
  readonly filter: GraphFilter;
  /** Which folders and tags there are to choose from. */
  readonly folders: readonly string[];
  readonly tags: readonly string[];
  /** How many nodes are hidden one by one. */
  readonly hidden: number;
  /** The whole corpus is shown: there alone are nodes without edges. */
  readonly map: boolean;
}

export interface FilterActions {
  state(): FilterState;
  filter(filter: GraphFilter): void;
  showHidden(): void;
}

export interface FilterPanel extends Popover {
  /** The filter is another: the button says whether one is on, and the panel, where it is open, which. */
  update(): void;
}

/** So many folders and tags are offered; any other can be typed. */
const mostOffered = 300;

/** A closed panel. */
export function createFilterPanel({ state, filter: change, showHidden }: FilterActions): FilterPanel {
  const orphans = choice(
    'Orphans',
    [
      { value: 'shown', label: 'Shown', sign: 'Shown' },
      { value: 'hidden', label: 'Hidden', sign: 'Hidden' },
      { value: 'alone', label: 'Alone', sign: 'Alone' },
    ],
    (value) => change(withPart(state().filter, 'orphans', value)),
  );
  const checks = [
    ...kinds.map((kind) => {
      const turn = () => change(toggleKind(state().filter, kind));
      return check(kindsWord(kind), kindSample(kind), turn, () => showsKind(state().filter, kind));
    }),
    ...roles.map((role) => {
      const turn = () => change(toggleRole(state().filter, role));
      return check(roleWord(role), roleSample(role), turn, () => showsRole(state().filter, role));
    }),
  ];
  const folder = field('Folder', 'folders', (value) =>
    change(withPart(state().filter, 'folder', value.replace(/\/+$/, ''))),
  );
  const tag = field('Tag', 'tags', (value) => change(withPart(state().filter, 'tag', value.replace(/^#/, ''))));
  const all = action('Show everything', () => change({}));
  const again = action('Show hidden ones again', showHidden);

  const fill = (): void => {
    const { filter, folders, tags, hidden, map } = state();
    for (const each of checks) each.update();
    orphans.set(filter.orphans ?? 'shown');
    orphanRow.hidden = !map;
    folder.update(filter.folder, folders);
    tag.update(filter.tag, tags);
    all.hidden = Object.keys(filter).length === 0;
    again.hidden = hidden === 0;
  };
  const popover = createPopover('filter', 'Filter', fill);
  const orphanRow = html('div', { class: 'row' }, html('span', {}, 'Orphans'), orphans.element);
  popover.panel.classList.add('filters');
  popover.panel.append(
    group('Nodes', checks.slice(0, kinds.length)),
    group('Edges', checks.slice(kinds.length)),
    folder.element,
    tag.element,
    orphanRow,
    html('div', { class: 'actions' }, all, again),
  );
  return {
    ...popover,
    update: () => {
      const { filter, hidden } = state();
      const isOn = Object.keys(filter).length > 0 || hidden > 0;
      popover.button.classList.toggle('on', isOn);
      popover.button.setAttribute('aria-label', isOn ? 'Filter (on)' : 'Filter');
      if (popover.panel.matches(':popover-open')) fill();
    },
  };
}

interface Check {
  readonly element: HTMLElement;
  update(): void;
}

function check(name: string, sample: SVGSVGElement, turn: () => void, isOn: () => boolean): Check {
  const input = html('input', { type: 'checkbox' });
  input.addEventListener('change', turn);
  return {
    element: html('label', { class: 'check' }, input, sample, name),
    update: () => {
      input.checked = isOn();
    },
  };
}

function group(name: string, checks: readonly Check[]): HTMLElement {
  const rows = html('div', { class: 'checks' }, ...checks.map(({ element }) => element));
  return html('fieldset', {}, html('legend', {}, name), rows);
}

/** A field to type or choose in. */
function field(name: string, id: string, change: (value: string) => void) {
  const options = html('datalist', { id });
  const input = html('input', { type: 'text', list: id, placeholder: 'any', autocomplete: 'off', spellcheck: 'false' });
  input.maxLength = 1000;
  input.addEventListener('change', () => change(input.value.trim()));
  return {
    element: html('label', { class: 'row' }, html('span', {}, name), input, options),
    update: (value: string | undefined, names: readonly string[]) => {
      if (document.activeElement !== input) input.value = value ?? '';
      options.replaceChildren(...names.slice(0, mostOffered).map((each) => html('option', { value: each })));
    },
  };
}
