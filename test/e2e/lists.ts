/**
 * Reads the lists and trees of VS Code. The page holds only the rows that are on the screen, so a list is read by
 * scrolling through it; that is the one thing that all of this is about.
 */
import type { Locator } from 'playwright-core';
import { until, whole } from './until.ts';

/** The names of what to read of a row, each with the selector of the element that has it. */
export type Columns<Name extends string> = Record<Name, string>;

/** Texts as the columns say, an absent one as `''`; and what the list itself tells of a row. */
export type Row<Name extends string> = Record<Name, string> & {
  index: number;
  /** 1 at the top of a tree. */
  level: number;
  /** Absent where there is nothing to expand. */
  expanded?: boolean;
  /** What a screen reader says. */
  spoken: string;
};

/** Of the list's heights: more than any list has. */
const TOP = -10_000;

/** All rows of a list, on the screen or not, from the top. None where the list is not shown. */
export async function readRows<Name extends string>(list: Locator, columns: Columns<Name>): Promise<Row<Name>[]> {
  const found = new Map<number, Row<Name>>();
  for await (const _ of screens(list)) {
    for (const row of await rowsOnScreen(list, columns)) found.set(row.index, row);
  }
  if (found.size > 0) await list.evaluate(scroll, TOP);
  return [...found.values()].sort((a, b) => a.index - b.index);
}

/**
 * Scrolls to the row with that label.
 *
 * @throws Error with all labels there are, where none is it
 */
export async function revealRow(list: Locator, label: string | RegExp): Promise<Locator> {
  const page = list.page();
  const labelled = page.locator('.label-name', { hasText: whole(label) });
  const row = list.locator('.monaco-list-row').filter({ has: labelled }).first();
  await until(
    `a row ${label}`,
    async () => {
      const labels: string[] = [];
      for await (const _ of screens(list)) {
        if (await isWithin(row, list)) return true;
        labels.push(...(await rowsOnScreen(list, { label: '.label-name' })).map((each) => each.label));
      }
      return [...new Set(labels)];
    },
    (found) => found === true,
  );
  return row;
}

/** Scrolls from the top to the bottom, and stops at each screen; two neighbours overlap, so every row is once whole. */
async function* screens(list: Locator): AsyncGenerator<void> {
  if (!(await list.isVisible())) return;
  await list.evaluate(scroll, TOP);
  do yield;
  while (await list.evaluate(scroll, 0.75));
}

/**
 * Runs in the page: scrolls a list by so many of its heights.
 *
 * By an event and not by the real wheel, which scrolls by little at a time and leaves the mouse on a row. VS Code has
 * moved the rows when the event has been handled.
 *
 * @returns whether it did scroll, which at the end it does not
 */
function scroll(list: Element, heights: number): boolean {
  const rows = list.querySelector<HTMLElement>('.monaco-list-rows');
  if (!rows) return false;
  const before = rows.style.top;
  // An event made by a program has its deltaY for wheelDelta: positive is up, and 120 are 50 pixels.
  const pixels = heights * list.clientHeight;
  const wheel = new WheelEvent('wheel', { deltaY: (-pixels * 120) / 50, bubbles: true, cancelable: true });
  rows.dispatchEvent(wheel);
  return rows.style.top !== before;
}

function rowsOnScreen<Name extends string>(list: Locator, columns: Columns<Name>): Promise<Row<Name>[]> {
  const entries: [string, string][] = Object.entries(columns);
  return list.locator('.monaco-list-row').evaluateAll((rows, columns) => {
    const number = (row: Element, attribute: string) => Number(row.getAttribute(attribute));
    return rows.map((row) => {
      const expanded = row.getAttribute('aria-expanded');
      const texts = columns.map(([name, selector]) => {
        const parts = [...row.querySelectorAll(selector)].map((element) => element.textContent ?? '');
        return [name, parts.join(' ').trim()];
      });
      return {
        ...Object.fromEntries(texts),
        index: number(row, 'data-index'),
        level: number(row, 'aria-level'),
        ...(expanded !== null && { expanded: expanded === 'true' }),
        spoken: row.getAttribute('aria-label') ?? '',
      };
    });
  }, entries) as Promise<Row<Name>[]>;
}

async function isWithin(row: Locator, list: Locator): Promise<boolean> {
  const [inner, outer] = [(await row.count()) > 0 ? await row.boundingBox() : null, await list.boundingBox()];
  if (!inner || !outer) return false;
  return inner.y >= outer.y - 1 && inner.y + inner.height <= outer.y + outer.height + 1;
}
