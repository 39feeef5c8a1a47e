/**
 * What the reader does, whichever part of the page hears of it: a message to the extension, or a change of what is remembered.
 */
import type { GraphFilter } from '../../server/protocol.ts';
import type { Arrangement } from './messages.ts';
import type { Parts } from './parts.ts';
import type { Colouring } from './picture.ts';
import { mostHidden, type Saved } from './saved.ts';
import type { Sight } from './sight.ts';
import { back } from './walk.ts';

export interface Deeds {
  walk(id: string): void;
  /** One step back in the walk; answers whether there is one. */
  back(): boolean;
  /** A click on a node: walk to it, or open it where the reader already stands there. */
  activate(id: string, beside: boolean): void;
  /** Brings out what lies around a node, wherever one stands. */
  expand(id: string): void;
  arrange(arrangement: Arrangement): void;
  depth(depth: number): void;
  filter(filter: GraphFilter): void;
  /** Ids of the nodes that are hidden from now on. */
  hide(ids: readonly string[]): void;
  colour(by: Colouring): void;
  list(open: boolean): void;
  /** Moves the keyboard to where one stands in the picture. */
  toPicture(): void;
  /** Everything as it was when this was remembered. */
  apply(state: Saved): void;
  /** Everything as it is remembered; asks for its picture. */
  recall(): void;
}

/** `parts` gives the parts of the page; they need not be there yet. */
export function createDeeds(parts: () => Parts, sight: Sight): Deeds {
  /** Asks for the picture that is remembered. */
  const begin = (): void => {
    const { talk, told, stage, words } = parts();
    const { arrangement, filter } = talk.saved();
    const wanted = told.hasMap ? (arrangement ?? 'map') : arrangement === 'lanes' ? 'lanes' : 'around';
    if (wanted !== stage.arrangement) delete document.body.dataset.ready;
    stage.arrange(wanted);
    const since = wanted === 'map' && stage.number !== undefined ? { since: stage.number } : {};
    talk.tell({ type: 'draw', arrangement: wanted, filter, ...since });
    if (stage.map) sight.drawn();
    else sight.update();
    if (wanted === 'map' && !stage.map) words.tell('Drawing the whole corpus …', 'late');
  };

  const toPicture = (): void => {
    const { stage } = parts();
    stage.picture.takeKeyboard(stage.focus);
  };

  const walk = (id: string): void => {
    const { talk, stage, tooltip, details } = parts();
    // What was pointed at is about to be elsewhere.
    tooltip.hide();
    details.stop();
    if (stage.arrangement === 'map') stage.stand(id);
    talk.tell({ type: 'walk', id });
    if (stage.map) sight.drawn();
  };

  const recall = (): void => {
    const { talk, stage, list, legend } = parts();
    const { filter, hidden, zoom, camera, list: open, legend: isOpen } = talk.saved();
    stage.filter(filter, new Set(hidden));
    stage.look(zoom, camera);
    list.setOpen(open);
    if (isOpen !== null) legend.element.open = isOpen;
    begin();
  };

  return {
    walk,
    toPicture,
    recall,
    back: () => {
      const to = back(parts().talk.saved().walk);
      if (to !== undefined) walk(to.id);
      return to !== undefined;
    },
    activate: (id, beside) => {
      const { talk, stage, words } = parts();
      const node = stage.node(id);
      if (node === undefined) return;
      if (!beside && id !== stage.focus) walk(id);
      else if (node.kind !== 'missing') talk.tell({ type: 'open', id, beside });
      else words.say('No document has this title yet.');
    },
    expand: (id) => {
      const { talk, stage } = parts();
      if (!stage.map) return talk.tell({ type: 'expand', id });
      stage.stand(id, 'stay');
      talk.tell({ type: 'walk', id });
    },
    arrange: (arrangement) => {
      parts().talk.save({ arrangement });
      begin();
    },
    depth: (depth) => {
      const { talk } = parts();
      talk.save({ depth });
      talk.tell({ type: 'depth', depth });
    },
    filter: (filter) => {
      const { talk, stage } = parts();
      talk.save({ filter });
      stage.filter(filter, new Set(talk.saved().hidden));
      if (stage.arrangement === 'map') return sight.update();
      talk.tell({ type: 'draw', arrangement: stage.arrangement, filter });
      sight.update();
    },
    hide: (ids) => {
      const { talk, stage } = parts();
      talk.save({ hidden: ids.slice(-mostHidden) });
      stage.filter(talk.saved().filter, new Set(talk.saved().hidden));
      sight.drawn();
      toPicture();
    },
    colour: (colouring) => {
      parts().talk.save({ colouring });
      sight.drawn();
    },
    list: (open) => {
      const { talk, list } = parts();
      const isLeft = !open && list.element.contains(document.activeElement);
      talk.save({ list: open });
      list.setOpen(open);
      sight.update();
      if (isLeft) toPicture();
    },
    apply: (state) => {
      const { talk } = parts();
      talk.save(state);
      const there = state.walk.at(-1);
      if (state.depth !== null) talk.tell({ type: 'depth', depth: state.depth });
      if (there !== undefined) talk.tell({ type: 'walk', id: there.id });
      recall();
    },
  };
}
