/**
 * The stage: the picture of a neighbourhood and that of the whole corpus, of which one is shown, behind one face.
 */
import type { Atlas, AtlasChange, EdgeSentence, GraphFilter, GraphNode, GraphResult } from '../../server/protocol.ts';
import { composed } from './composed.ts';
import { html } from './dom.ts';
import { createMap } from './map/map.ts';
import type { Arrangement } from './messages.ts';
import { createNear, type NearEvents } from './near/near.ts';
import type { Camera, Colouring, GraphMap, MapEvents, Picture, Swatch } from './picture.ts';

export interface StageEvents extends MapEvents, Pick<NearEvents, 'closeBy' | 'zoomed'> {
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
}

export const nothing: GraphResult = { focus: null, nodes: [], edges: [], omitted: 0 };

/** So many nodes of the map are listed. */
const mostListed = 200;

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
  let standing: string | null = null;
  let drawn = nothing;

  const near = createNear(element, null, {
    ...events,
    drawn: (graph) => {
      drawn = graph;
      events.drawn();
    },
    rested: (graph) => events.rested(graph.nodes.length),
  });
  const ready = (): GraphMap | undefined => (map?.number === undefined ? undefined : map);
  const current = (): GraphMap | undefined => (arrangement === 'map' ? ready() : undefined);
  const draw = (): void => {
    if (arrangement !== 'map' && told !== nothing) near.show(composed(told, expanded, hidden), arrangement);
  };
  const unfold = (): GraphMap => {
    map ??= createMap(element, { ...events, drawn: mapDrawn });
    if (!element.contains(map.element)) element.prepend(map.element);
    return map;
  };
  const mapDrawn = (): void => {
    if (current() === undefined) return;
    events.drawn();
    events.rested(map?.nodes().length ?? 0);
  };
  new ResizeObserver(() => (current() ?? near).resized()).observe(element);

  return {
    element,
    get arrangement() {
      return arrangement;
    },
    get focus() {
      return current() ? standing : drawn.focus;
    },
    get picture() {
      return current() ?? near;
    },
    get map() {
      return current();
    },
    get number() {
      return map?.number;
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
      } else draw();
    },
    show: (graph) => {
      if (graph.focus !== told.focus) expanded.clear();
      told = graph;
      draw();
    },
    take: (atlas, focus, camera) => {
      const isFirst = ready() === undefined;
      const whole = unfold();
      if (!whole.take(atlas)) return false;
      if (isFirst) {
        whole.filter(filtered, hidden);
        whole.colour(colouring);
        if (camera) whole.look(camera);
      }
      if (isFirst || focus !== standing) whole.stand(focus, camera && isFirst ? 'stay' : undefined);
      standing = focus;
      return true;
    },
    stand: (id, stay) => {
      if (id === standing && stay === undefined) return;
      standing = id;
      ready()?.stand(id, stay);
    },
    clear: () => {
      [told, drawn] = [nothing, nothing];
      expanded.clear();
      near.clear();
    },
    expand: (id, graph) => {
      expanded.set(id, graph);
      draw();
    },
    say: near.say,
    filter: (filter, ids) => {
      const isOther = [...ids].sort().join('\n') !== [...hidden].sort().join('\n');
      [filtered, hidden] = [filter, ids];
      ready()?.filter(filter, hidden);
      if (isOther) draw();
    },
    colour: (by) => {
      colouring = by;
      return current() ? (ready()?.colour(by) ?? []) : near.colour(by);
    },
    look: (zoom, camera) => {
      near.look(zoom);
      if (camera) ready()?.look(camera);
    },
    seen: () => {
      const shown = current()?.seen(mostListed);
      return shown ? { ...shown, focus: shown.nodes.some(({ id }) => id === standing) ? standing : null } : drawn;
    },
    node: (id) => (current()?.nodes() ?? drawn.nodes).find((node) => node.id === id),
  };
}
