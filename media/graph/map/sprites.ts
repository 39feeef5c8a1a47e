/**
 * Shapes and names, painted once each and copied from then on.
 */
import { KIND_NUMBERS } from '../../../server/protocol.ts';
import { directionOf } from '../labels.ts';
import { outline } from '../shapes.ts';
import { type Colour, css, mixed, type Palette } from './palette.ts';
import { heightOf, underType, type Writing } from './writing.ts';

export interface Sprite {
  readonly image: HTMLCanvasElement;
  /** Its size in pixels of the stage. */
  readonly width: number;
  readonly height: number;
}

export interface Sprites {
  /** The shape of a kind, by number; `isFilled`: as the focus, or what is pointed at. `index` tells colours apart. */
  shape(kind: number, index: number, colour: Colour, radius: number, isFilled: boolean): Sprite;
  /** A name; `undefined` where it was not painted before, and there is no time for it now. */
  name(writing: Writing, hasTime: boolean): Sprite | undefined;
}

const missing = KIND_NUMBERS.indexOf('missing');
const page = KIND_NUMBERS.indexOf('page');

/** So many names are kept painted. */
const keptNames = 500;

export const halo = 3;

/** Sprites for one theme and one number of device pixels to a pixel. */
export function createSprites(palette: Palette, ratio: number): Sprites {
  const shapes = new Map<number, Sprite>();
  const names = new Map<string, Sprite>();

  const blank = (width: number, height: number, paint: (context: CanvasRenderingContext2D) => void): Sprite => {
    const image = document.createElement('canvas');
    image.width = Math.max(1, Math.ceil(width * ratio));
    image.height = Math.max(1, Math.ceil(height * ratio));
    const context = image.getContext('2d');
    if (context) {
      context.scale(ratio, ratio);
      paint(context);
    }
    return { image, width: image.width / ratio, height: image.height / ratio };
  };

  return {
    shape: (kind, index, colour, radius, isFilled) => {
      const half = Math.round(radius * 2);
      const key = ((kind * 16 + index) * 256 + Math.min(255, half)) * 2 + (isFilled ? 1 : 0);
      const known = shapes.get(key);
      if (known) return known;
      const r = half / 2;
      const side = 2 * r + 4;
      const sprite = blank(side, side, (context) => {
        context.translate(side / 2, side / 2);
        paintShape(context, { kind, colour, r, isFilled }, palette);
      });
      shapes.set(key, sprite);
      return sprite;
    },
    name: (writing, hasTime) => {
      const { lines, under, size, weight, width, look, italic } = writing;
      const key = `${size} ${weight} ${look} ${italic} ${lines.join('\n')}\n\n${under.join('\n')}`;
      const known = names.get(key);
      if (known || !hasTime) return known;
      if (names.size >= keptNames) names.clear();
      const sprite = blank(width + 2 * halo, heightOf(writing) + 2 * halo, (context) =>
        paintName(context, writing, palette),
      );
      names.set(key, sprite);
      return sprite;
    },
  };
}

interface Shape {
  readonly kind: number;
  readonly colour: Colour;
  readonly r: number;
  readonly isFilled: boolean;
}

function paintShape(context: CanvasRenderingContext2D, { kind, colour, r, isFilled }: Shape, palette: Palette): void {
  const path = new Path2D(outline(KIND_NUMBERS[kind]!, Math.max(0.6, r - 0.6)));
  const isSmall = r < 4;
  const tint = palette.isContrast ? 0 : isSmall ? 0.75 : 0.24;
  const fill = isFilled ? colour : kind === missing ? palette.surface : mixed(colour, palette.surface, tint);
  context.fillStyle = css(kind === missing && isFilled ? mixed(colour, palette.surface, 0.35) : fill);
  context.strokeStyle = css(isFilled && kind === page ? palette.surface : colour);
  context.lineWidth = isSmall ? 1 : 1.5;
  context.lineJoin = 'round';
  if (kind === missing && !isSmall) context.setLineDash([3, 2.5]);
  context.fill(path);
  context.stroke(path);
}

function paintName(context: CanvasRenderingContext2D, writing: Writing, palette: Palette): void {
  const { lines, under, size, line, weight, width, look, italic } = writing;
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  context.lineJoin = 'round';
  context.strokeStyle = css(palette.surface, 0.9);
  context.lineWidth = halo * 2 - 1;
  const middle = halo + width / 2;
  const write = (text: string, baseline: number, colour: Colour): void => {
    context.direction = directionOf(text);
    if (look !== 'inside') context.strokeText(text, middle, baseline);
    context.fillStyle = css(colour);
    context.fillText(text, middle, baseline);
  };
  context.font = `${italic ? 'italic ' : ''}${weight} ${size}px ${palette.font}`;
  lines.forEach((text, at) => {
    write(text, halo + at * line + (line - size) / 2 + 0.82 * size, look === 'faint' ? palette.faint : palette.ink);
  });
  context.font = `${look === 'said' ? 'italic ' : ''}400 ${underType.size}px ${palette.font}`;
  under.forEach((text, at) => {
    write(text, halo + lines.length * line + at * underType.line + underType.size, palette.faint);
  });
}
