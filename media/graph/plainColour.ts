/**
 * Colours as every program that reads an SVG knows them. Pure.
 */

export interface PlainColour {
  /** `#rrggbb`, or `none`. */
  readonly colour: string;
  /** 0 to 1. */
  readonly opacity: number;
}

/** A colour as the browser computes it: `rgb(1, 2, 3)`, `rgba(1, 2, 3, 0.5)`, `color(srgb 0.1 0.2 0.3 / 0.5)`, `none`. */
export function plainColour(computed: string): PlainColour {
  const isShare = computed.startsWith('color(srgb ');
  if (!isShare && !/^rgba?\(/.test(computed)) return { colour: 'none', opacity: 1 };
  const [red = 0, green = 0, blue = 0, alpha = 1] = [
    ...computed.replace('srgb', '').matchAll(/-?[\d.]+(?:e-?\d+)?/g),
  ].map(([number]) => Number(number));
  const parts = [red, green, blue].map((part) => Math.min(255, Math.max(0, Math.round(isShare ? part * 255 : part))));
  const hex = parts.map((part) => part.toString(16).padStart(2, '0')).join('');
  return { colour: `#${hex}`, opacity: Math.round(Math.min(1, Math.max(0, alpha)) * 1000) / 1000 };
}
