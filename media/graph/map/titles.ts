/**
 * What could be written on the map: the names of what is on the stage, in their sizes, with the places where they could stand.
 */
import { type Box, labelGap } from '../labels.ts';
import type { Ruler } from '../near/lettering.ts';
import type { Size } from '../near/view.ts';
import { type Drawn, nodeOf } from './drawn.ts';
import type { Wish } from './names.ts';
import type { Standing } from './placed.ts';
import { createWriter, heightOf, roomInside, type Writing } from './writing.ts';

export interface Title extends Wish {
  readonly writing: Writing;
}

/** Things that the reader looks at: their names come first. */
export interface Attention {
  readonly focus: number | undefined;
  readonly pointed: number | undefined;
  readonly near: ReadonlySet<number> | undefined;
  /** Sentences that stand under the names of neighbours, by id. */
  readonly sentences?: ReadonlyMap<string, string> | undefined;
}

export interface Titles {
  /** The names of what is on the stage. */
  of(drawn: Drawn, at: Standing, size: Size, scale: number, attention: Attention): Title[];
}

/** Widths are measured once; they are forgotten with the page's font, so with the theme. */
export function createTitles(ruler: Ruler): Titles {
  const writer = createWriter(ruler);
  return {
    of: (drawn, at, size, scale, { focus, pointed, near, sentences }) => {
      const titles: Title[] = [];
      const { cut, whole, left } = drawn;
      for (let thing = 0; thing < drawn.count; thing++) {
        const [x, y, radius] = [at.x[thing]!, at.y[thing]!, at.radii[thing]!];
        if (x < -60 || y < -40 || x > size.width + 60 || y > size.height + 40) continue;
        const node = nodeOf(drawn, thing);
        const isLookedAt = thing === focus || thing === pointed;
        if (node === undefined) {
          const group = cut.closed[thing]!;
          if (radius < 11 && !isLookedAt) continue;
          const writing = writer.group(drawn, group, radius, false);
          const weight = isLookedAt ? 1e11 : near?.has(thing) ? 1e7 + radius : 1e5 + radius * radius;
          titles.push({
            key: `g${group}`,
            weight,
            writing,
            isInside: radius >= roomInside,
            boxes: radius >= roomInside ? [around(writing, x, y)] : below(writing, x, y, radius),
          });
        } else {
          const isNear = near?.has(thing) === true;
          if (radius < 3.3 && !isLookedAt && !isNear) continue;
          const said = isNear && !isLookedAt && scale > 2 ? sentences?.get(whole.nodes.ids[node]!) : undefined;
          const writing = writer.node(drawn, node, isLookedAt ? 'focus' : isNear ? 'near' : 'far', said);
          const weight = isLookedAt ? 1e12 : (isNear ? 1e6 : 1) * (1 + whole.uses[node]!);
          // From farther away fewer names: each keeps others at a distance.
          const room = isLookedAt || isNear ? 0 : Math.max(0, Math.min(22, 34 - 5 * scale));
          titles.push({
            key: `n${node}`,
            weight,
            writing,
            boxes: below(writing, x, y, radius),
            room,
            isSure: isLookedAt,
          });
        }
      }
      for (const group of cut.open) {
        if (whole.grouping.hasGroups[group] || scale > 2.6 || left.members[group] === 0) continue;
        const { x, y, radius } = placed(drawn, group, at, scale);
        if (radius < 40) continue;
        const writing = writer.group(drawn, group, radius, true);
        titles.push({
          key: `o${group}`,
          weight: 5e4 + radius,
          writing,
          isInside: true,
          boxes: [around(writing, x, y)],
        });
      }
      return titles;
    },
  };

  /** Where a group is on the stage: the camera is told by any thing; the drawing knows where it looks from. */
  function placed({ whole, x, y }: Drawn, group: number, at: Standing, scale: number) {
    const { groups } = whole;
    return {
      x: at.x[0]! + (groups.x[group]! - x[0]!) * scale,
      y: at.y[0]! + (groups.y[group]! - y[0]!) * scale,
      radius: groups.radii[group]! * scale,
    };
  }
}

function around(writing: Writing, x: number, y: number): Box {
  const [width, height] = [writing.width / 2 + 2, heightOf(writing) / 2];
  return { left: x - width, right: x + width, top: y - height, bottom: y + height };
}

/** Under the shape, above it, or beside it. */
function below(writing: Writing, x: number, y: number, radius: number): readonly Box[] {
  const [width, height] = [writing.width / 2 + 2, heightOf(writing)];
  const top = y + radius + labelGap - 1;
  const box = (at: number): Box => ({ left: x - width, right: x + width, top: at, bottom: at + height });
  const beside = (left: number): Box => ({
    left,
    right: left + 2 * width,
    top: y - height / 2,
    bottom: y + height / 2,
  });
  return [
    box(top),
    box(y - radius - labelGap + 1 - height),
    beside(x + radius + 2),
    beside(x - radius - 2 - 2 * width),
  ];
}
