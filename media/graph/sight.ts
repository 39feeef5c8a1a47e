/**
 * What is seen beside the picture: legend, toolbar, list, marks and words follow it.
 */
import type { Parts } from './parts.ts';
import type { Colouring } from './picture.ts';
import { kindsOf, rolesOf } from './summed.ts';
import { arrive } from './walk.ts';
import { nodeSentence } from './words.ts';

export interface Sight {
  /** The picture is another, or stands elsewhere. */
  drawn(): void;
  /** It is on the screen, and still: time for its twin, and for tests to look at it. */
  rested(nodes: number): void;
  /** A switch is in another position. */
  update(): void;
}

export interface WaysOut {
  clearFilter(): void;
  showHidden(): void;
}

/** Longer titles are kept short in the walk, in characters. */
const longestStep = 500;

/** `parts` gives the parts of the page; they need not be there yet. */
export function createSight(parts: () => Parts, ways: WaysOut): Sight {
  const update = (): void => {
    const { talk, told, stage, controls, chips, filterPanel } = parts();
    const { walk, depth, list, filter, hidden } = talk.saved();
    const { arrangement } = stage;
    controls.update({ arrangement, walk, depth: depth ?? 1, pinned: told.pinned, list, map: told.hasMap });
    chips.update(filter, hidden.length);
    filterPanel.update();
    document.body.dataset.arrangement = arrangement;
  };

  const drawn = (): void => {
    const { talk, stage, words } = parts();
    const centre = stage.focus === null ? undefined : stage.node(stage.focus);
    if (centre !== undefined) {
      const step = { id: centre.id, title: centre.title.slice(0, longestStep) };
      talk.save({ walk: arrive(talk.saved().walk, step) });
      const others = stage.count - 1;
      const many = `${others.toLocaleString('en')} ${others === 1 ? 'other' : 'others'} shown.`;
      words.arrived(`${nodeSentence({ ...centre, distance: 0 })}. ${many}`);
    }
    tellLegend(parts());
    words.say(stage.omitted > 0 ? `${stage.count} of ${stage.count + stage.omitted} shown` : '');
    tellOfEmptiness(parts(), ways);
    update();
  };

  const rested = (nodes: number): void => {
    const { list, stage } = parts();
    list.update(stage.seen());
    document.body.dataset.ready = String(nodes);
    document.body.dataset.focus = stage.focus ?? '';
  };
  return { drawn, rested, update };
}

function tellLegend({ talk, told, stage, legend }: Parts): void {
  const { filter, colouring } = talk.saved();
  const swatches = stage.colour(colouring);
  const colourings: readonly Colouring[] = ['kind', 'folder', 'tag', ...(stage.map ? (['community'] as const) : [])];
  const kinds = kindsOf(stage.map?.nodes() ?? stage.seen().nodes);
  const roles = stage.map ? new Map([...told.roles].map((role) => [role, undefined])) : rolesOf(stage.seen().edges);
  legend.update({ kinds, roles, filter, colouring, colourings, swatches });
}

/** An empty picture says why, and how to get back. */
function tellOfEmptiness({ talk, stage, words }: Parts, { clearFilter, showHidden }: WaysOut): void {
  const { filter, hidden } = talk.saved();
  const { count } = stage;
  const isLone = stage.map === undefined && stage.focus !== null && count === 1;
  const isFiltered = Object.keys(filter).length > 0;
  const way = isFiltered
    ? { label: 'Show everything', act: clearFilter }
    : { label: 'Show hidden ones again', act: showHidden };
  if (count > 0 && !isLone) words.tell('');
  else if (isFiltered || hidden.length > 0) {
    // Where one stands is drawn whatever the filter: words keep out of its way.
    const text = stage.focus !== null ? 'Nothing around it passes the filter.' : 'Nothing passes the filter.';
    words.tell(text, stage.focus !== null ? 'low' : 'middle', way);
  } else if (isLone) words.tell('It names no other document, and none names it.', 'low');
  else words.tell(stage.map ? 'This corpus has no documents yet.' : '');
}
