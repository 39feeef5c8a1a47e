/**
 * What could be written on the map: the names of what is on the stage, in their sizes, with the places where they could stand.
 */
import { type Box, labelGap } from '../labels.ts';
import type { Camera } from '../looks.ts';
import type { Ruler } from '../near/lettering.ts';
import type { Size } from '../near/view.ts';
import type { Point } from '../point.ts';
import { onStage } from './camera.ts';
import { type Drawn, nodeOf } from './drawn.ts';
import type { Wish } from './names.ts';
import type { Standing } from './placed.ts';
import { createWriter, fitsInside, heightOf, type Writer, type Writing } from './writing.ts';

export interface Title extends Wish {
  writing(): Writing;
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
  of(drawn: Drawn, at: Standing, size: Size, camera: Camera, attention: Attention): Title[];
}

/** Widths are measured once; they are forgotten with the page's font, so with the theme. */
export function createTitles(ruler: Ruler): Titles {
  const writer = createWriter(ruler);
  return {
    of: (drawn, at, size, camera, attention) => {
      const titles: Title[] = [];
      for (let thing = 0; thing < drawn.count; thing++) {
        const [x, y] = [at.x[thing]!, at.y[thing]!];
        if (x < -60 || y < -40 || x > size.width + 60 || y > size.height + 40) continue;
        const place = { x, y, radius: at.radii[thing]! };
        const node = nodeOf(drawn, thing);
        const title =
          node === undefined
            ? ofClosed(writer, drawn, thing, place, size, attention)
            : ofNode(writer, drawn, { node, thing }, place, { size, scale: camera.scale }, attention);
        if (title) titles.push(title);
      }
      if (camera.scale <= regionsUntil) titles.push(...ofOpen(writer, drawn, size, camera));
      return titles;
    },
  };
}

/** From so many pixels to a unit on members have names of their own, and the group that they stand in needs none. */
const regionsUntil = 2.6;

interface Place extends Point {
  readonly radius: number;
}

/** A title that is written once somebody asks how large it is. */
function lazily(wish: Omit<Wish, 'boxes'>, write: () => Writing, boxes: (writing: Writing) => readonly Box[]): Title {
  let written: Writing | undefined;
  const writing = (): Writing => {
    written ??= write();
    return written;
  };
  return { ...wish, writing, boxes: () => boxes(writing()) };
}

function ofClosed(
  writer: Writer,
  drawn: Drawn,
  thing: number,
  { x, y, radius }: Place,
  size: Size,
  { focus, pointed, near }: Attention,
): Title | undefined {
  const group = drawn.cut.closed[thing]!;
  const isLookedAt = thing === focus || thing === pointed;
  if (radius < 11 && !isLookedAt) return undefined;
  const weight = isLookedAt ? 1e11 : near?.has(thing) ? 1e7 + radius : 1e5 + radius * radius;
  const isInside = fitsInside(drawn, group, radius);
  return lazily(
    { key: `g${group}`, weight, isInside, isSure: isLookedAt },
    () => writer.group(drawn, group, radius, false),
    (writing) => (isInside ? [around(writing, x, y)] : below(writing, { x, y, radius }, size)),
  );
}

function ofNode(
  writer: Writer,
  drawn: Drawn,
  { node, thing }: { readonly node: number; readonly thing: number },
  { x, y, radius }: Place,
  { size, scale }: { readonly size: Size; readonly scale: number },
  { focus, pointed, near, sentences }: Attention,
): Title | undefined {
  const { uses, nodes } = drawn.whole;
  const isLookedAt = thing === focus || thing === pointed;
  const isNear = near?.has(thing) === true;
  if (radius < 3.3 && !isLookedAt && !isNear) return undefined;
  const said = isNear && !isLookedAt && scale > 2 ? sentences?.get(nodes.ids[node]!) : undefined;
  const weight = isLookedAt ? 1e12 : (isNear ? 1e6 : 1) * (1 + uses[node]!);
  // From farther away fewer names: each keeps others at a distance.
  const room = isLookedAt || isNear ? 0 : Math.max(0, Math.min(22, 34 - 5 * scale));
  return lazily(
    { key: `n${node}`, weight, room, isSure: isLookedAt || isNear },
    () => writer.node(drawn, node, isLookedAt ? 'focus' : isNear ? 'near' : 'far', said),
    (writing) => below(writing, { x, y, radius }, size),
  );
}

/** The names of groups whose members are too small to be named. */
function ofOpen(writer: Writer, drawn: Drawn, size: Size, camera: Camera): Title[] {
  const { whole, left, cut } = drawn;
  return cut.open.flatMap((group) => {
    if (whole.grouping.hasGroups[group] || left.members[group] === 0) return [];
    const radius = whole.groups.radii[group]! * camera.scale;
    if (radius < 40) return [];
    const { x, y } = onStage(camera, size, { x: whole.groups.x[group]!, y: whole.groups.y[group]! });
    return [
      lazily(
        { key: `o${group}`, weight: 5e4 + radius, isInside: true },
        () => writer.group(drawn, group, radius, true),
        (writing) => [around(writing, x, y)],
      ),
    ];
  });
}

function around(writing: Writing, x: number, y: number): Box {
  const [width, height] = [writing.width / 2 + 2, heightOf(writing) / 2];
  return { left: x - width, right: x + width, top: y - height, bottom: y + height };
}

/** Under the shape, above it, or beside it; sooner where all of it is on the stage. */
function below(writing: Writing, { x, y, radius }: Place, size: Size): readonly Box[] {
  const [width, height] = [writing.width / 2 + 2, heightOf(writing)];
  const box = (top: number): Box => ({ left: x - width, right: x + width, top, bottom: top + height });
  const beside = (left: number): Box => ({
    left,
    right: left + 2 * width,
    top: y - height / 2,
    bottom: y + height / 2,
  });
  const boxes = [
    box(y + radius + labelGap - 1),
    box(y - radius - labelGap + 1 - height),
    beside(x + radius + 2),
    beside(x - radius - 2 - 2 * width),
  ];
  const isCut = ({ left, right, top, bottom }: Box): boolean =>
    left < 0 || top < 0 || right > size.width || bottom > size.height;
  return [...boxes.filter((each) => !isCut(each)), ...boxes.filter(isCut)];
}
