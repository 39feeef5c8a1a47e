/**
 * The theme's colours as numbers. Pure.
 */
/** Red, green and blue from 0 to 255, and opacity from 0 to 1. */
export type Colour = readonly [red: number, green: number, blue: number, alpha: number];

export interface Palette {
  readonly surface: Colour;
  readonly ink: Colour;
  readonly faint: Colour;
  readonly accent: Colour;
  readonly plain: Colour;
  /** By number of kind, and of role. */
  readonly kinds: readonly Colour[];
  readonly roles: readonly Colour[];
  /** For folders, tags and communities: as different as the theme's own chart colours are. The last is for all others. */
  readonly hues: readonly Colour[];
  readonly isContrast: boolean;
  readonly isLight: boolean;
  readonly font: string;
}

/** So much (0 to 1) of one colour over another. */
export function mixed(over: Colour, under: Colour, share: number): Colour {
  const at = (part: 0 | 1 | 2): number => Math.round(over[part] * share + under[part] * (1 - share));
  return [at(0), at(1), at(2), 1];
}

export function css([red, green, blue, alpha]: Colour, opacity = 1): string {
  return `rgb(${red} ${green} ${blue} / ${Math.round(alpha * opacity * 1000) / 1000})`;
}
