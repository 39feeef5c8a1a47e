/**
 * Nearest in: the sentences around the links of the focus stand with its neighbours, where there is room.
 */
import type { EdgeSentence } from '../../../server/protocol.ts';
import { svg } from '../dom.ts';
import { directionOf } from '../labels.ts';
import { rulerOf } from '../ruler.ts';
import type { Arrangement, LaidOut } from './arrange.ts';
import { placed, sayingsAround, sayingType } from './excerpts.ts';
import { shapeScale, type View } from './view.ts';

export interface SayingEvents {
  /** Somebody looks closely: what do the edges between this node and the others say? Asked once for each graph. */
  closeBy(id: string, others: readonly string[]): void;
}

export interface Sayings {
  /** What was drawn is another, or nothing. */
  clear(): void;
  /** Everything stands there now. */
  stand(laidOut: LaidOut, arrangement: Arrangement, view: View): void;
  say(id: string, sentences: readonly EdgeSentence[]): void;
}

/** From this zoom on, or with so few nodes, there is room for sentences. */
const closeZoom = 1.6;
const few = 7;

/** Nothing said yet; `layer` moves with the nodes. */
export function createSayings(layer: SVGGElement, stage: HTMLElement, { closeBy }: SayingEvents): Sayings {
  let said: readonly EdgeSentence[] = [];
  let asked = false;
  let now: { readonly laidOut: LaidOut; readonly arrangement: Arrangement; readonly view: View } | undefined;

  const draw = (): void => {
    const sayings = now === undefined || said.length === 0 ? [] : sayingsAround(now.laidOut.graph.focus, said);
    if (now === undefined || sayings.length === 0 || !isClose(now.laidOut, now.view)) {
      if (layer.childElementCount > 0) layer.replaceChildren();
      return;
    }
    const ruler = rulerOf(stage);
    const { laidOut, arrangement, view } = now;
    const [left, top] = [-view.x, -view.y];
    const seen = view.keep ? { left, top, right: left + stage.clientWidth, bottom: top + stage.clientHeight } : null;
    const found = placed(sayings, laidOut, arrangement, shapeScale(view.zoom), seen, (text) => ruler(text, sayingType));
    layer.replaceChildren(
      ...found.map(({ lines, x, y }) => {
        const spans = lines.map((line, at) =>
          svg('tspan', { x: x.toFixed(1), y: (y + at * sayingType.line).toFixed(1) }, line),
        );
        return svg(
          'text',
          {
            class: 'saying',
            'text-anchor': 'middle',
            direction: directionOf(lines[0] ?? ''),
            'font-size': sayingType.size,
          },
          ...spans,
        );
      }),
    );
  };

  return {
    clear: () => {
      [said, asked, now] = [[], false, undefined];
      draw();
    },
    stand: (laidOut, arrangement, view) => {
      now = { laidOut, arrangement, view };
      const { focus, nodes } = laidOut.graph;
      if (!asked && focus !== null && nodes.length > 1 && isClose(laidOut, view)) {
        asked = true;
        closeBy(
          focus,
          nodes
            .filter(({ distance }) => distance === 1)
            .slice(0, 200)
            .map(({ id }) => id),
        );
      }
      draw();
    },
    say: (id, sentences) => {
      if (now?.laidOut.graph.focus !== id) return;
      said = sentences;
      draw();
    },
  };
}

const isClose = ({ graph }: LaidOut, { zoom }: View): boolean => zoom >= closeZoom - 0.01 || graph.nodes.length <= few;
