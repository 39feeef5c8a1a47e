/**
 * The legend: shapes and lines with how many there are of each, as switches that show and hide them; and what colours mean.
 */
import type { GraphFilter, NodeKind, SectionRole } from '../../server/protocol.ts';
import { html } from './dom.ts';
import { showsKind, showsRole } from './filter.ts';
import type { Colouring, Swatch } from './picture.ts';
import { colourSample, kindSample, roleSample } from './samples.ts';
import { kinds, kindWord, roles, roleWord } from './words.ts';

/** What there is in the picture. A kind or role that is filtered out is in the legend still, as a switch that is off. */
export interface Told {
  readonly kinds: ReadonlyMap<NodeKind, number>;
  /** `undefined`: there are some, and nobody has counted them. */
  readonly roles: ReadonlyMap<SectionRole, number | undefined>;
  readonly filter: GraphFilter;
  readonly colouring: Colouring;
  readonly colourings: readonly Colouring[];
  readonly swatches: readonly Swatch[];
}

export interface Legend {
  readonly element: HTMLDetailsElement;
  update(told: Told): void;
}

export interface LegendEvents {
  /** The reader opened or closed it. */
  opened(open: boolean): void;
  kind(kind: NodeKind): void;
  role(role: SectionRole): void;
  colour(by: Colouring): void;
}

/** A legend, open or not. */
export function createLegend(open: boolean, events: LegendEvents): Legend {
  const list = html('ul');
  const colours = html('ul', { class: 'colours' });
  const select = html('select', { 'aria-label': 'Colour by' });
  select.addEventListener('change', () => events.colour(select.value as Colouring));
  const by = html('label', { class: 'by' }, 'Colour by ', select);
  const inside = html('div', { class: 'inside' }, list, html('div', { class: 'coloured' }, by, colours));
  const element = html('details', { class: 'legend' }, html('summary', {}, 'Legend'), inside);
  element.open = open;
  // `toggle` also fires, late, for the line above: only a press of the summary is the reader's.
  element.querySelector('summary')?.addEventListener('click', () => events.opened(!element.open));
  let before = '';
  return {
    element,
    update: (told) => {
      const rows = rowsOf(told, events);
      const now = JSON.stringify([
        rows.map(({ key, on, count }) => [key, on, count]),
        told.colouring,
        told.colourings,
        told.swatches,
      ]);
      if (now === before) return;
      before = now;
      element.hidden = rows.length === 0;
      const held = list.contains(document.activeElement)
        ? document.activeElement?.getAttribute('data-switch')
        : undefined;
      list.replaceChildren(...rows.map(switchOf));
      if (held) list.querySelector<HTMLElement>(`[data-switch="${held}"]`)?.focus();
      select.replaceChildren(...told.colourings.map((each) => html('option', { value: each }, each)));
      select.value = told.colouring;
      colours.replaceChildren(...told.swatches.map(swatchOf));
    },
  };
}

interface Row {
  readonly key: string;
  readonly name: string;
  readonly sample: SVGSVGElement;
  readonly on: boolean;
  readonly count: number | undefined;
  press(): void;
}

function rowsOf(told: Told, events: LegendEvents): Row[] {
  const { filter } = told;
  const shapes = kinds.filter((kind) => told.kinds.has(kind) || !showsKind(filter, kind));
  const lines = roles.filter((role) => told.roles.has(role) || !showsRole(filter, role));
  return [
    ...shapes.map((kind): Row => {
      const on = showsKind(filter, kind);
      const count = on ? told.kinds.get(kind) : undefined;
      return { key: kind, name: kindWord(kind), sample: kindSample(kind), on, count, press: () => events.kind(kind) };
    }),
    ...lines.map((role): Row => {
      const on = showsRole(filter, role);
      const count = on ? told.roles.get(role) : undefined;
      return { key: role, name: roleWord(role), sample: roleSample(role), on, count, press: () => events.role(role) };
    }),
  ];
}

function switchOf({ key, name, sample, on, count, press }: Row): HTMLElement {
  const button = html(
    'button',
    {
      class: 'switch',
      type: 'button',
      'aria-pressed': String(on),
      'data-switch': key,
      title: on ? `Hide: ${name}` : `Show: ${name}`,
    },
    sample,
    name,
  );
  if (count !== undefined) button.append(' ', html('span', { class: 'count' }, count.toLocaleString('en')));
  button.addEventListener('click', press);
  return html('li', {}, button);
}

function swatchOf({ name, colour, count }: Swatch): HTMLElement {
  const words = html('span', { class: 'name', dir: 'auto', title: name }, name);
  return html('li', {}, colourSample(colour), words, html('span', { class: 'count' }, count.toLocaleString('en')));
}
