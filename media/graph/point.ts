/** A place, in pixels: of a layout, or of the screen. */
export interface Point {
  readonly x: number;
  readonly y: number;
}
