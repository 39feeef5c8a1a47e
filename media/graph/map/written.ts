/**
 * The names that are on the map now: chosen anew when one zooms or something else is drawn, carried along while one pans.
 */
import type { Box } from '../labels.ts';
import type { Camera } from '../looks.ts';
import type { Ruler } from '../near/lettering.ts';
import type { Size } from '../near/view.ts';
import { type Drawn, nodeOf } from './drawn.ts';
import { named } from './names.ts';
import type { Standing } from './placed.ts';
import { type Attention, createTitles, type Title } from './titles.ts';

export interface Name {
  readonly title: Title;
  readonly box: Box;
}

export interface Lettering {
  of(drawn: Drawn, at: Standing, size: Size, camera: Camera, attention: Attention, moves: boolean): readonly Name[];
  /** What stands there has to be looked at again. `widths`: the font may be another, too. */
  forget(widths?: 'widths'): void;
}

/** Names are carried along so far, in pixels, before those that came into view get theirs. */
const carried = 48;

export function createLettering(ruler: Ruler): Lettering {
  let titles = createTitles(ruler);
  let names: readonly Name[] = [];
  let shown = new Set<string>();
  let from: Camera | undefined;

  return {
    of: (drawn, at, size, camera, attention, moves) => {
      if (from && !moves && from.scale === camera.scale) {
        const [dx, dy] = [(from.x - camera.x) * camera.scale, (from.y - camera.y) * camera.scale];
        if (Math.hypot(dx, dy) < carried)
          return dx === 0 && dy === 0 ? names : names.map((name) => moved(name, dx, dy));
      }
      from = camera;
      names = named(titles.of(drawn, at, size, camera, attention), shapes(drawn, at, size), shown);
      shown = new Set(names.map(({ title }) => title.key));
      return names;
    },
    forget: (widths) => {
      from = undefined;
      if (widths) titles = createTitles(ruler);
    },
  };
}

function moved({ title, box }: Name, dx: number, dy: number): Name {
  return {
    title,
    box: { left: box.left + dx, right: box.right + dx, top: box.top + dy, bottom: box.bottom + dy },
  };
}

/** Of so few things none is covered. */
const few = 300;

/** Names keep off shapes that are large enough to be told apart. */
function shapes(drawn: Drawn, at: Standing, { width, height }: Size): readonly Box[] {
  const boxes: Box[] = [];
  for (let thing = 0; thing < drawn.count; thing++) {
    const [x, y, radius] = [at.x[thing]!, at.y[thing]!, at.radii[thing]! * 0.8];
    if (radius < (nodeOf(drawn, thing) === undefined ? 7 : drawn.count > few ? 5.5 : 0)) continue;
    if (x < -radius || y < -radius || x > width + radius || y > height + radius) continue;
    boxes.push({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius });
  }
  return boxes;
}
