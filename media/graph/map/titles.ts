/**
 * What could be written on the map: the names of what is on the stage, in their sizes, with the places where they could stand.
 */
import { KIND_NUMBERS } from '../../../server/protocol.ts';
import { type Box, labelGap, wrap } from '../labels.ts';
import type { Ruler } from '../near/lettering.ts';
import type { Size } from '../near/view.ts';
import { type Drawn, nodeOf } from './drawn.ts';
import type { Wish } from './names.ts';
import { heightOf, underSize, type Writing } from './sprites.ts';

export interface Title extends Wish {
  readonly writing: Writing;
}

/** Where things stand on the stage, in pixels. */
export interface Standing {
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly radii: Float32Array;
}

/** Things that the reader looks at: their names come first. */
export interface Attention {
  readonly focus: number | undefined;
  readonly pointed: number | undefined;
  readonly near: ReadonlySet<number> | undefined;
}

const missing = KIND_NUMBERS.indexOf('missing');
/** From this radius in pixels a closed group has its name in it, from there on under it. */
const roomInside = 30;

const groupSizes = [11, 13, 15, 18, 22];

export interface Titles {
  /** The names of what is on the stage. */
  of(drawn: Drawn, at: Standing, size: Size, scale: number, attention: Attention): Title[];
}

/** Widths are measured once; they are forgotten with the page's font, so with the theme. */
export function createTitles(ruler: Ruler): Titles {
  const written = new Map<string, Writing>();

  const write = (title: string, columns: number, lines: number, form: Omit<Writing, 'lines' | 'width'>): Writing => {
    const key = `${form.size} ${form.weight} ${form.look} ${form.italic} ${columns} ${lines} ${form.under} ${title}`;
    const known = written.get(key);
    if (known) return known;
    if (written.size > 4000) written.clear();
    const wrapped = wrap(title.slice(0, 300), columns, lines);
    const widths = wrapped.map((text) => ruler(text, form));
    const under = form.under === '' ? 0 : ruler(form.under, { size: underSize, line: 13, weight: 400 });
    const writing = { ...form, lines: wrapped, width: Math.ceil(Math.max(0, under, ...widths)) };
    written.set(key, writing);
    return writing;
  };

  const ofGroup = (drawn: Drawn, group: number, radius: number, isOpen: boolean): Writing => {
    const { whole, left } = drawn;
    const by = Math.max(0, Math.min(groupSizes.length - 1, Math.floor((radius - 34) / 34)));
    const size = groupSizes[by]!;
    const title = whole.nodes.titles[left.most[group]!] ?? '';
    if (radius < roomInside)
      return write(title, 18, 2, { size: 11, line: 13, weight: 400, under: '', italic: false, look: 'plain' });
    const fits = Math.min(26, Math.floor((radius * 1.75) / (size * 0.53) / 2) * 2);
    const columns = Math.max(fits, Math.min(13, longestWord(title)));
    const lines = Math.max(1, Math.min(3, Math.floor((radius * 1.3) / (size * 1.25))));
    const under = !isOpen && radius > 30 ? left.members[group]!.toLocaleString() : '';
    const weight = size > 13 ? 600 : 400;
    return write(title, columns, lines, {
      size,
      line: Math.round(size * 1.22),
      weight,
      under,
      italic: false,
      look: isOpen ? 'faint' : 'inside',
    });
  };

  const ofNode = (drawn: Drawn, node: number, which: 'focus' | 'near' | 'far'): Writing => {
    const { titles, kinds } = drawn.whole.nodes;
    const type =
      which === 'focus'
        ? { size: 13, line: 16, weight: 600 }
        : which === 'near'
          ? { size: 12, line: 15, weight: 400 }
          : { size: 11, line: 13, weight: 400 };
    return write(titles[node]!, 24, which === 'far' ? 2 : 3, {
      ...type,
      under: '',
      italic: kinds[node] === missing,
      look: which === 'far' && kinds[node] === missing ? 'faint' : 'plain',
    });
  };

  return {
    of: (drawn, at, size, scale, { focus, pointed, near }) => {
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
          const writing = ofGroup(drawn, group, radius, false);
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
          const writing = ofNode(drawn, node, isLookedAt ? 'focus' : isNear ? 'near' : 'far');
          const weight = isLookedAt ? 1e12 : (isNear ? 1e6 : 1) * (1 + whole.uses[node]!);
          // From farther away fewer names: each keeps others at a distance.
          const room = isLookedAt || isNear ? 0 : Math.max(0, Math.min(22, 34 - 5 * scale));
          titles.push({ key: `n${node}`, weight, writing, boxes: below(writing, x, y, radius), room });
        }
      }
      for (const group of cut.open) {
        if (whole.grouping.hasGroups[group] || scale > 2.6 || left.members[group] === 0) continue;
        const { x, y, radius } = placed(drawn, group, at, scale);
        if (radius < 40) continue;
        const writing = ofGroup(drawn, group, radius, true);
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

function longestWord(title: string): number {
  return Math.max(
    0,
    ...title
      .slice(0, 60)
      .split(/\s+/u)
      .map((word) => word.length),
  );
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
