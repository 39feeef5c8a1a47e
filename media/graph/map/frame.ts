/**
 * A frame: all that is needed to paint the map once.
 */
import type { Box } from '../labels.ts';
import type { Camera } from '../looks.ts';
import type { Size } from '../near/view.ts';
import type { Colours } from './colouring.ts';
import type { Drawn } from './drawn.ts';
import type { Palette } from './palette.ts';
import type { Standing } from './placed.ts';
import type { Attention, Title } from './titles.ts';

/** A picture, ready to be painted. */
export interface Frame {
  readonly drawn: Drawn;
  readonly camera: Camera;
  readonly size: Size;
  readonly at: Standing;
  /** How far things have come to where they belong, 0 to 1. */
  readonly share: number;
  readonly palette: Palette;
  readonly colours: Colours;
  /** The colour of each closed group: an index, as of nodes. */
  readonly groupColours: Uint8Array;
  readonly attention: Attention;
  /** The thing that has the keyboard. */
  readonly ring: number | undefined;
  readonly names: readonly { readonly title: Title; readonly box: Box }[];
}
