/**
 * In the place of the map until there is one: a picture of nothing, that takes whatever comes.
 */
import type { Atlas, AtlasChange, GraphNode } from '../../../server/protocol.ts';
import { svg } from '../dom.ts';
import type { GraphMap, MapEvents } from '../picture.ts';

/** A map of nothing. */
export function createMap(stage: HTMLElement, events: MapEvents): GraphMap {
  const element = svg('svg', { class: 'drawing', role: 'img', 'aria-label': 'Map' });
  stage.prepend(element);
  let number: number | undefined;
  let nodes: readonly GraphNode[] = [];
  const take = (atlas: Atlas | AtlasChange): boolean => {
    if (atlas.type === 'change' && atlas.since !== number) return false;
    number = atlas.number;
    nodes = atlas.nodes.ids.map((id, at): GraphNode => {
      const title = atlas.nodes.titles[at] ?? id;
      return { id, title, kind: 'note', uri: null, distance: 1, uses: 0, tags: [] };
    });
    events.drawn();
    return true;
  };
  const seen = (limit: number) => ({ focus: null, nodes: nodes.slice(0, limit), edges: [], omitted: 0 });
  return {
    element,
    take,
    get number() {
      return number;
    },
    nodes: () => nodes,
    seen,
    around: (_id, _depth, limit) => seen(limit),
    fit: () => {},
    zoom: () => {},
    resized: () => {},
    press: () => false,
    takeKeyboard: () => {},
    svg: () => '<svg xmlns="http://www.w3.org/2000/svg"/>',
    setShown: (on) => element.toggleAttribute('hidden', !on),
    stand: () => {},
    filter: () => {},
    colour: () => [],
    camera: () => ({ x: 0, y: 0, scale: 1 }),
    look: () => {},
    folders: [],
    tags: [],
  };
}
