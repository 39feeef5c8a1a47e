/**
 * The page's ruler: how wide a text is in the page's own font.
 */
import type { Ruler } from './near/lettering.ts';

/** Measures in the font of `element`. A canvas measures without laying the page out. */
export function rulerOf(element: HTMLElement): Ruler {
  const context = document.createElement('canvas').getContext('2d');
  const family = getComputedStyle(element).fontFamily;
  return (text, { size, weight }) => {
    if (context === null) return text.length * size * 0.55;
    context.font = `${weight} ${size}px ${family}`;
    return context.measureText(text).width;
  };
}
