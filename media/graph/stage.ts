/**
 * The stage: the picture of a neighbourhood and that of the whole corpus, of which one is shown, behind one face.
 */
import type { Atlas, AtlasChange, EdgeSentence, GraphFilter, GraphNode, GraphResult } from '../../server/protocol.ts';
import { composed } from './composed.ts';
import { html } from './dom.ts';
import { createMap } from './map/map.ts';
import type { Arrangement } from './messages.ts';
import { sayingsAround } from './near/excerpts.ts';
import { createNear, type NearEvents } from './near/near.ts';
import type { Camera, Colouring, GraphMap, MapEvents, Picture, Swatch } from './picture.ts';

export interface StageEvents extends Required<MapEvents>, Pick<NearEvents, 'closeBy' | 'zoomed'> {
  /** What is drawn stands still, and has been painted. `nodes`: how many there are. */
  rested(nodes: number): void;
}

export interface Stage {
  readonly element: HTMLElement;
  readonly arrangement: Arrangement;
  /** Id of the node that one stands on. */
  readonly focus: string | null;
  /** The picture that is shown. */
  readonly picture: Picture;
  /** Shows the other picture, or the same neighbourhood in another arrangement. */
  arrange(arrangement: Arrangement): void;
  show(graph: GraphResult): void;
  /** Answers whether the map could take it. */
  take(atlas: Atlas | AtlasChange, focus: string | null, camera: Camera | null): boolean;
  stand(id: string | null, stay?: 'stay'): void;
  clear(): void;
  /** Brings out what lies one step around a node of the neighbourhood. */
  expand(id: string, graph: GraphResult): void;
  say(id: string, sentences: readonly EdgeSentence[]): void;
  filter(filter: GraphFilter, hidden: ReadonlySet<string>): void;
  colour(by: Colouring): readonly Swatch[];
  look(zoom: number | null, camera: Camera | null): void;
  /** The map, where it has something to show and is shown. */
  readonly map: GraphMap | undefined;
  /** The number of the atlas that the map has. */
  readonly number: number | undefined;
  /** What is shown, for the list: of the map its most telling part. */
  seen(): GraphResult;
  node(id: string): GraphNode | undefined;
  /** How many nodes there are in the picture, and how many more the server knows of. */
  readonly count: number;
  readonly omitted: number;
}

export const nothing: GraphResult = { focus: null, nodes: [], edges: [], omitted: 0 };

/** So many nodes of the map are listed. */
const mostListed = 200;

/** From so many pixels to a unit on, there is room for sentences on the map. */
const closeScale = 4;

/** The map is at rest when it was not drawn for so long, in milliseconds. */
const mapRest = 200;

/** A stage with nothing on it. */
export function createStage(events: StageEvents): Stage {
  const element = html('div', { class: 'stage' });
  let arrangement: Arrangement = 'around';
  let told = nothing;
  const expanded = new Map<string, GraphResult>();
  let filtered: GraphFilter = {};
  let hidden: ReadonlySet<string> = new Set();
  let colouring: Colouring = 'kind';
  let map: GraphMap | undefined;
  /** The map takes a while to read what it was given: it is there from when it was first drawn. */
  let isMapThere = false;
  /** Colours are counted again where the nodes that are left in may be others: that draws the map once more. */
  let areColoursOld = true;
  let swatches: readonly Swatch[] = [];
  let timer: number | undefined;
  let standing: string | null = null;
  /** Where one stood when sentences were last asked for. */
  let heard: string | null = null;
  let drawn = nothing;

  const near = createNear(element, null, {
    ...events,
    drawn: (graph) => {
      drawn = graph;
      events.drawn();
    },
    rested: (graph) => events.rested(graph.nodes.length),
  });
  const current = (): GraphMap | undefined => (arrangement === 'map' && isMapThere ? map : undefined);
  const draw = (): void => {
    if (arrangement !== 'map' && told !== nothing) near.show(composed(told, expanded, hidden), arrangement);
  };
  const unfold = (): GraphMap => {
    map ??= createMap(element, { ...events, drawn: mapDrawn });
    if (!element.contains(map.element)) element.prepend(map.element);
    return map;
  };
  const mapDrawn = (): void => {
    if (arrangement !== 'map') return;
    isMapThere = true;
    events.drawn();
    askCloseBy();
    restSoon();
  };
  /** Whoever looks closely at where they stand on the map is told the sentences around its links; asked once for each place. */
  const askCloseBy = (): void => {
    const shown = current();
    if (!shown || standing === null || standing === heard || shown.camera().scale < closeScale) return;
    heard = standing;
    const { nodes } = shown.around(standing, 1, mostListed, filtered);
    events.closeBy(
      standing,
      nodes.filter(({ distance }) => distance === 1).map(({ id }) => id),
    );
  };
  const standAt = (id: string | null): void => {
    if (id !== standing) map?.sentences(new Map());
    [standing, heard] = [id, null];
  };
  const restSoon = (): void => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => current() && events.rested(map?.nodes().length ?? 0), mapRest);
  };
  new ResizeObserver(() => (arrangement === 'map' && map ? map : near).resized()).observe(element);

  return {
    element,
    get arrangement() {
      return arrangement;
    },
    get focus() {
      return arrangement === 'map' ? standing : drawn.focus;
    },
    get picture() {
      return arrangement === 'map' && map ? map : near;
    },
    get map() {
      return current();
    },
    get number() {
      return map?.number;
    },
    get count() {
      return current()?.nodes().length ?? drawn.nodes.length;
    },
    get omitted() {
      return current() ? 0 : drawn.omitted;
    },
    arrange: (next) => {
      if (next === arrangement) return;
      const wasMap = arrangement === 'map';
      arrangement = next;
      if (wasMap !== (next === 'map')) {
        // The two know of each other's place only through the extension.
        [told, drawn] = [nothing, nothing];
        near.setShown(next !== 'map');
        if (next === 'map') unfold();
        map?.setShown(next === 'map');
        if (current()) restSoon();
      } else draw();
    },
    show: (graph) => {
      if (graph.focus !== told.focus) expanded.clear();
      told = graph;
      draw();
    },
    take: (atlas, focus, camera) => {
      const whole = unfold();
      const isFirst = whole.number === undefined;
      if (isFirst) whole.filter(filtered, hidden);
      if (!whole.take(atlas)) return false;
      areColoursOld = true;
      whole.setShown(true);
      if (isFirst && camera) whole.look(camera);
      if (isFirst || focus !== standing) whole.stand(focus, camera && isFirst ? 'stay' : undefined);
      standAt(focus);
      return true;
    },
    stand: (id, stay) => {
      if (id === standing && stay === undefined) return;
      standAt(id);
      map?.stand(id, stay);
      if (current()) restSoon();
    },
    clear: () => {
      [told, drawn] = [nothing, nothing];
      expanded.clear();
      near.clear();
      // It has nothing to show any more, and is to be given the whole when there is something again.
      if (arrangement === 'map') map?.setShown(false);
      isMapThere = false;
    },
    expand: (id, graph) => {
      expanded.set(id, graph);
      draw();
    },
    say: (id, sentences) => {
      if (arrangement !== 'map') near.say(id, sentences);
      else if (id === standing)
        map?.sentences(new Map(sayingsAround(id, sentences).map((each) => [each.id, each.text])));
    },
    filter: (filter, ids) => {
      const isOther = [...ids].sort().join('\n') !== [...hidden].sort().join('\n');
      [filtered, hidden, areColoursOld] = [filter, ids, true];
      map?.filter(filter, hidden);
      if (isOther) draw();
    },
    colour: (by) => {
      areColoursOld ||= by !== colouring;
      colouring = by;
      const shown = current();
      if (!shown) return near.colour(by);
      if (areColoursOld) {
        areColoursOld = false;
        // Kinds are in the legend already.
        const colours = shown.colour(by);
        swatches = by === 'kind' ? [] : colours;
      }
      return swatches;
    },
    look: (zoom, camera) => {
      near.look(zoom);
      if (camera) map?.look(camera);
    },
    seen: () => {
      const shown = current()?.seen(mostListed);
      return shown ? { ...shown, focus: shown.nodes.some(({ id }) => id === standing) ? standing : null } : drawn;
    },
    node: (id) => (current()?.nodes() ?? drawn.nodes).find((node) => node.id === id),
  };
}
