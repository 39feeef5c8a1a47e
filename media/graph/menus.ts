/**
 * The two menus of the page: that of a node, and that of what has no room in the toolbar.
 */
import type { Deeds } from './deeds.ts';
import { toPng } from './exporting.ts';
import { showKeys } from './keys.ts';
import type { MenuItem } from './menu.ts';
import { nodeItems } from './nodeMenu.ts';
import type { Parts } from './parts.ts';
import type { Point } from './point.ts';

/** Opens the menu of a node at a place in client pixels. */
export function openNodeMenu({ talk, told, stage, list, menu }: Parts, deeds: Deeds, id: string, at: Point): void {
  const node = stage.node(id);
  if (node === undefined) return;
  const inList = list.element.contains(document.activeElement);
  const items = nodeItems(node, stage.focus, !told.hasMap, {
    tell: talk.tell,
    walk: deeds.walk,
    expand: deeds.expand,
    hide: (one) => deeds.hide([...talk.saved().hidden, one]),
  });
  menu.open(node.title.slice(0, 200), items, at, () => {
    if (inList) list.takeKeyboard(id);
    else stage.picture.takeKeyboard(id);
  });
}

/** Opens the menu of the toolbar under its button. */
export function openToolMenu(parts: Parts, deeds: Deeds, button: HTMLElement): void {
  const { talk, stage, menu, viewsPanel } = parts;
  const { left, bottom } = button.getBoundingClientRect();
  const { list } = talk.saved();
  const items: MenuItem[] = [
    { label: 'Fit to View', act: () => stage.picture.fit() },
    { label: 'Show as a List', checked: list, act: () => deeds.list(!list) },
    { label: 'Views…', act: viewsPanel.open },
    { label: 'Save Picture as PNG…', act: () => void keep(parts, 'png'), apart: true },
    { label: 'Save Picture as SVG…', act: () => void keep(parts, 'svg') },
    { label: 'Keys', act: () => showKeys(() => button.focus()), apart: true },
  ];
  menu.open('More', items, { x: left, y: bottom + 4 }, () => button.focus());
}

/** Hands what is seen over to be kept. */
async function keep({ talk, stage, words }: Parts, format: 'svg' | 'png'): Promise<void> {
  try {
    const markup = stage.picture.svg();
    const { clientWidth, clientHeight } = stage.element;
    const data = format === 'svg' ? markup : await toPng(markup, clientWidth, clientHeight);
    talk.tell({ type: 'export', format, data });
  } catch {
    words.say('The picture could not be made.');
  }
}
