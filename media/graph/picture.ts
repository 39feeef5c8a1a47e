/**
 * What the page's frame (toolbar, search, filters, list, menus) knows of the pictures in it.
 */
import type { Atlas, AtlasChange, GraphEdge, GraphFilter, GraphNode, GraphResult } from '../../server/protocol.ts';
import type { Camera, Colouring, Swatch } from './looks.ts';
import type { Point } from './point.ts';

/** One way to draw a graph. */
export interface Picture {
  /** What stands in the stage. */
  readonly element: Element;
  /** Everything in view. */
  fit(): void;
  /** Zooms around `at` (pixels from the stage's corner), or around the middle. */
  zoom(factor: number, at?: Point): void;
  /** The stage has another size. */
  resized(): void;
  /** A key pressed in the picture. Answers whether that was for it. */
  press(event: KeyboardEvent): boolean;
  /** Moves the keyboard to a node. */
  takeKeyboard(id: string | null): void;
  /** What is seen, as the markup of an SVG that stands alone: colours and fonts written out. */
  svg(): string;
  /** On the screen or not: what is not does nothing at all. */
  setShown(shown: boolean): void;
}

export type { Camera, Colouring, Swatch };

/** Many documents that are drawn as one, since they are too small from here. */
export interface GroupShown {
  /** Number of the group in the atlas. */
  readonly group: number;
  /** Documents and missing notes in it that the filter leaves in. */
  readonly members: number;
  /** The most used of them: its title is the group's name. */
  readonly most: GraphNode;
}

/** Something that can be pointed at. A bundle stands for all edges between two things that are drawn. */
export type Pointed =
  | { readonly type: 'node'; readonly node: GraphNode }
  | { readonly type: 'group'; readonly group: GroupShown }
  | { readonly type: 'edge'; readonly edge: GraphEdge; readonly source: GraphNode; readonly target: GraphNode }
  | { readonly type: 'bundle'; readonly from: string; readonly to: string; readonly count: number };

export interface MapEvents {
  /** The pointer or the keyboard is on something, or (`undefined`) on nothing any more. `at`: client pixels. */
  pointed(what: Pointed | undefined, at: Point): void;
  /** A node was clicked, or Enter pressed on it. `beside`: with Ctrl, Cmd or the middle button. */
  activated(id: string, beside: boolean): void;
  /** The menu of a node was asked for: a right click, the menu key, or a long touch. `at`: client pixels. */
  menu(id: string, at: Point): void;
  /** The reader moved the map, and it rests. */
  moved(camera: Camera): void;
  /** What is drawn is another than before, and painted. */
  drawn(): void;
  /** A graph that was taken turned out to be none while it was read: the whole is to be asked for. */
  refused?(): void;
}

/** The picture of the whole corpus. */
export interface GraphMap extends Picture {
  /** Takes a graph, or a change of the one it has; answers whether it could: where not, the whole is to be asked for. */
  take(atlas: Atlas | AtlasChange): boolean;
  /** The number of the atlas that it shows. */
  readonly number: number | undefined;
  /** Stands on a node: brings it and what is around it out, and flies there, unless told to `stay`. */
  stand(id: string | null, stay?: 'stay'): void;
  /** What is left in, and single nodes that are left out. */
  filter(filter: GraphFilter, hidden: ReadonlySet<string>): void;
  colour(by: Colouring): readonly Swatch[];
  camera(): Camera;
  look(at: Camera): void;
  /** All nodes that the filter leaves in, for the search; the same array as long as they are the same. */
  nodes(): readonly GraphNode[];
  /** What is drawn now, for the list: at most `limit` nodes, those around the focus first, then the most used. */
  seen(limit: number): GraphResult;
  /** The neighbourhood of a node in the whole graph, as the server would answer it (`GraphParams`). */
  around(id: string, depth: number, limit: number, filter: GraphFilter): GraphResult;
  /** Sentences to stand under the names of the focus' neighbours, near by: by the neighbour's id. */
  sentences(said: ReadonlyMap<string, string>): void;
  /** Which folders and tags there are, the most common first. */
  readonly folders: readonly string[];
  readonly tags: readonly string[];
}
