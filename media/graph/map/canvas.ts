/**
 * What is drawn in canvas 2D: grounds of groups, closed groups, shapes of nodes, names.
 */
import { listOf } from './colouring.ts';
import { nodeOf } from './drawn.ts';
import type { Frame } from './frame.ts';
import { type Colour, css, mixed } from './palette.ts';
import { halo, type Sprites } from './sprites.ts';

/** The faint discs on which members stand, and those of groups that opened just now. */
export function paintGrounds(context: CanvasRenderingContext2D, frame: Frame): void {
  const { drawn, palette, share } = frame;
  const { groups, grouping } = drawn.whole;
  for (const group of drawn.cut.open) {
    if (group === 0) continue;
    disc(context, frame, group);
    const tint = groundColour(frame, group);
    context.fillStyle = css(tint, grouping.hasGroups[group] ? 0.03 : 0.06);
    context.fill();
    context.strokeStyle = css(tint, palette.isContrast ? 0.6 : 0.16);
    context.lineWidth = 1;
    context.stroke();
  }
  if (share >= 1) return;
  for (const group of drawn.opened) {
    if (groups.parents[group] === undefined) continue;
    disc(context, frame, group);
    context.fillStyle = css(palette.ink, 0.12 * (1 - share));
    context.fill();
  }
}

function groundColour({ colours, palette, drawn }: Frame, group: number): Colour {
  if (colours.isByKind) return palette.ink;
  const most = drawn.left.most[group]!;
  return most < 0 ? palette.ink : listOf(colours, palette)[colours.of[most]!]!;
}

function disc(context: CanvasRenderingContext2D, { drawn, camera, size }: Frame, group: number): void {
  const { x, y, radii } = drawn.whole.groups;
  context.beginPath();
  context.arc(
    (x[group]! - camera.x) * camera.scale + size.width / 2,
    (y[group]! - camera.y) * camera.scale + size.height / 2,
    radii[group]! * camera.scale,
    0,
    2 * Math.PI,
  );
}

/** Closed groups, nodes, the ring of the keyboard and names, in this order. Answers whether there was time for all names. */
export function paintThings(context: CanvasRenderingContext2D, frame: Frame, sprites: Sprites): boolean {
  const { drawn, attention, at, size } = frame;
  const seen = (thing: number): boolean => {
    const [x, y, r] = [at.x[thing]!, at.y[thing]!, at.radii[thing]! + 2];
    return x > -r && y > -r && x < size.width + r && y < size.height + r;
  };
  const near: number[] = [];
  for (let thing = 0; thing < drawn.count; thing++) {
    if (!seen(thing)) continue;
    if (thing >= drawn.cut.closed.length && attention.near?.has(thing)) near.push(thing);
    else paintThing(context, frame, sprites, thing);
  }
  for (const thing of near) paintThing(context, frame, sprites, thing);
  paintRings(context, frame);
  const isAll = paintNames(context, frame, sprites);
  context.globalAlpha = 1;
  return isAll;
}

/** Names that were not painted before are written for so long, in milliseconds; the rest in the next frame. */
const writingTime = 5;

function paintNames(context: CanvasRenderingContext2D, frame: Frame, sprites: Sprites): boolean {
  const until = performance.now() + writingTime;
  let isAll = true;
  for (const { title, box } of frame.names) {
    const sprite = sprites.name(title.writing(), performance.now() < until);
    isAll &&= sprite !== undefined;
    if (!sprite) continue;
    context.globalAlpha = steppedBack(frame, title.key) ? 0.35 : 1;
    const [left, top] = [Math.round(box.left + 2 - halo), Math.round(box.top - halo)];
    context.drawImage(sprite.image, left, top, sprite.width, sprite.height);
  }
  return isAll;
}

function paintThing(context: CanvasRenderingContext2D, frame: Frame, sprites: Sprites, thing: number): void {
  const { drawn, attention, at, palette, colours } = frame;
  const isBack = attention.near !== undefined && !attention.near.has(thing);
  const fade = drawn.fresh[thing] ? frame.share : 1;
  const isStrong = thing === attention.focus || thing === attention.pointed;
  const [x, y, radius] = [at.x[thing]!, at.y[thing]!, at.radii[thing]!];
  const node = nodeOf(drawn, thing);
  if (node === undefined) {
    const colour = listOf(colours, palette)[frame.groupColours[thing]!]!;
    context.globalAlpha = fade;
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.fillStyle = css(
      mixed(colour, palette.surface, palette.isContrast ? 0 : isStrong ? 0.3 : isBack ? 0.08 : 0.16),
    );
    context.fill();
    context.strokeStyle = css(
      mixed(colour, palette.surface, isStrong ? 1 : isBack ? 0.25 : palette.isContrast ? 0.9 : 0.5),
    );
    context.lineWidth = isStrong ? 2 : 1.2;
    context.stroke();
    return;
  }
  const index = colours.of[node]!;
  const colour = listOf(colours, palette)[index]!;
  context.globalAlpha = fade * (isBack ? 0.28 : 1);
  const { image, width, height } = sprites.shape(drawn.whole.nodes.kinds[node]!, index, colour, radius, isStrong);
  context.drawImage(image, x - width / 2, y - height / 2, width, height);
}

/** A halo around the focus, and the ring of the keyboard. */
function paintRings(context: CanvasRenderingContext2D, { attention, ring, at, palette }: Frame): void {
  context.globalAlpha = 1;
  const circle = (thing: number, gap: number, width: number): void => {
    context.beginPath();
    context.arc(at.x[thing]!, at.y[thing]!, at.radii[thing]! + gap, 0, 2 * Math.PI);
    context.strokeStyle = css(palette.accent);
    context.lineWidth = width;
    context.stroke();
  };
  if (attention.focus !== undefined) circle(attention.focus, 4, 2.5);
  if (ring !== undefined) {
    context.setLineDash([4, 3]);
    circle(ring, attention.focus === ring ? 8 : 4, 2);
    context.setLineDash([]);
  }
}

/** Whether a name belongs to something that is not brought out while something else is. */
function steppedBack({ attention, drawn }: Frame, key: string): boolean {
  if (!attention.near) return false;
  const number = Number(key.slice(1));
  if (key[0] === 'o') return true;
  const thing = key[0] === 'n' ? drawn.cut.thing[number] : drawn.cut.closed.indexOf(number);
  return thing === undefined || !attention.near.has(thing);
}
