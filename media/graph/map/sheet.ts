/**
 * The sheet that the map is drawn on: its canvases, their size, and the theme's colours.
 */
import { html } from '../dom.ts';
import type { Ruler } from '../near/lettering.ts';
import type { Size } from '../near/view.ts';
import { rulerOf } from '../ruler.ts';
import { paintGrounds, paintThings } from './canvas.ts';
import type { Frame } from './frame.ts';
import { lines2d } from './lines.ts';
import { linesGl } from './linesGl.ts';
import type { Palette } from './palette.ts';
import { createSprites, type Sprites } from './sprites.ts';
import type { Stroke } from './strokes.ts';
import { readPalette } from './theme.ts';

export interface Sheet {
  readonly element: HTMLElement;
  readonly ruler: Ruler;
  size(): Size;
  palette(): Palette;
  /** Answers whether all is painted: names are written a few each frame, as that takes long. */
  paint(frame: Frame, strokes: readonly Stroke[]): boolean;
  /** The stage has another size, or the window other pixels: answers whether that is so. */
  measure(): boolean;
  /** The theme is another. */
  restyle(): void;
}

export function createSheet(stage: HTMLElement): Sheet {
  const canvas = html('canvas', { class: 'things', 'aria-hidden': 'true' });
  const below = html('canvas', { class: 'lines', 'aria-hidden': 'true' });
  const element = html('div', { class: 'map' }, below, canvas);
  stage.append(element);
  const context = canvas.getContext('2d');
  // For tests: an emulated WebGL is good enough to look at, or a real one is to be left alone.
  const asked = document.body.dataset['webgl'];
  const gl = asked === 'none' ? undefined : linesGl(below, asked === 'force');
  if (!gl) below.remove();
  const plain = context && lines2d(context);
  let size: Size = { width: 0, height: 0 };
  let ratio = 1;
  let palette: Palette | undefined;
  let sprites: Sprites | undefined;
  let measured: Ruler | undefined;

  const colours = (): Palette => {
    palette ??= readPalette();
    return palette;
  };
  return {
    element,
    ruler: (text, type) => {
      measured ??= rulerOf(element);
      return measured(text, type);
    },
    size: () => size,
    palette: colours,
    measure: () => {
      const now = { width: stage.clientWidth, height: stage.clientHeight };
      const pixels = Math.min(3, window.devicePixelRatio || 1);
      if (now.width === size.width && now.height === size.height && pixels === ratio) return false;
      if (pixels !== ratio) sprites = undefined;
      [size, ratio] = [now, pixels];
      return true;
    },
    restyle: () => {
      palette = undefined;
      sprites = undefined;
      measured = undefined;
    },
    paint: (frame, strokes) => {
      if (!context || !plain) return true;
      const lines = gl?.works() ? gl : plain;
      const [across, down] = [Math.round(size.width * ratio), Math.round(size.height * ratio)];
      // Not before there is something to paint: a canvas of another size is an empty one.
      if (canvas.width !== across || canvas.height !== down) [canvas.width, canvas.height] = [across, down];
      sprites ??= createSprites(colours(), ratio);
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.globalAlpha = 1;
      context.clearRect(0, 0, size.width, size.height);
      paintGrounds(context, frame);
      lines.paint(strokes, frame.camera, size, ratio);
      return paintThings(context, frame, sprites);
    },
  };
}
