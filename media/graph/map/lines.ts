/**
 * Drawing lines: one interface, two ways. This one is for every browser.
 */

import type { Camera } from '../looks.ts';
import type { Size } from '../near/view.ts';
import { css } from './palette.ts';
import type { Stroke } from './strokes.ts';

export interface Lines {
  /** Whether it still can: a graphics driver may go away. */
  works(): boolean;
  /** Draws these lines and no others. `ratio`: device pixels to a pixel. */
  paint(strokes: readonly Stroke[], camera: Camera, size: Size, ratio: number): void;
}

/** Lines in a canvas that others draw in too: it is cleared by them. */
export function lines2d(context: CanvasRenderingContext2D): Lines {
  return {
    works: () => true,
    paint: (strokes, { x, y, scale }, { width, height }) => {
      const [left, top] = [width / 2 - x * scale, height / 2 - y * scale];
      for (const stroke of strokes) {
        const { ends } = stroke;
        context.beginPath();
        for (let at = 0; at < ends.length; at += 4) {
          const [x1, y1] = [ends[at]! * scale + left, ends[at + 1]! * scale + top];
          const [x2, y2] = [ends[at + 2]! * scale + left, ends[at + 3]! * scale + top];
          if (Math.max(x1, x2) < 0 || Math.max(y1, y2) < 0 || Math.min(x1, x2) > width || Math.min(y1, y2) > height)
            continue;
          context.moveTo(x1, y1);
          context.lineTo(x2, y2);
        }
        context.strokeStyle = css(stroke.colour, stroke.opacity);
        context.lineWidth = stroke.width;
        context.setLineDash(stroke.dash ? [...stroke.dash] : []);
        context.stroke();
      }
      context.setLineDash([]);
    },
  };
}
