/**
 * How one looks at a picture: from where, and by which colours.
 */

/** What colours tell the nodes apart by. Shapes always tell kinds. */
export type Colouring = 'kind' | 'folder' | 'tag' | 'community';

/** A name in the legend of a colouring, with its colour (CSS) and the number of nodes that have it. */
export interface Swatch {
  readonly name: string;
  readonly colour: string;
  readonly count: number;
}

/** Where one looks at the map: the point in the middle, in its units, and how many pixels a unit takes. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}
