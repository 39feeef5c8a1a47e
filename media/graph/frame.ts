/**
 * The frame around the pictures: makes the parts of the page and ties them together.
 */
import { createAnnouncing } from './announcing.ts';
import { createChips } from './chips.ts';
import { createControls } from './controls.ts';
import { createDeeds } from './deeds.ts';
import { createDetails } from './details.ts';
import { html } from './dom.ts';
import { toggleKind, toggleRole } from './filter.ts';
import { createFilterPanel } from './filterPanel.ts';
import { createFinding } from './finding.ts';
import { command } from './keyboard.ts';
import { showKeys } from './keys.ts';
import { createLegend } from './legend.ts';
import { createList } from './list.ts';
import { createMenu } from './menu.ts';
import { openNodeMenu, openToolMenu } from './menus.ts';
import type { ToGraph } from './messages.ts';
import type { Parts, ToldState } from './parts.ts';
import type { Pointed } from './picture.ts';
import type { Point } from './point.ts';
import { receive, refused } from './receiving.ts';
import { fitting, readSaved } from './saved.ts';
import { createSearchBox } from './searchBox.ts';
import { createSight } from './sight.ts';
import { createStage } from './stage.ts';
import { foldersOf, tagsOf } from './summed.ts';
import type { Talk } from './talk.ts';
import { createTooltip } from './tooltip.ts';
import { createViewsPanel } from './viewsPanel.ts';

/** Views so wide, in pixels, have room for the legend. */
const roomy = 600;

/** Builds the frame in `page`. The answer takes what the extension tells. */
export function createFrame(page: HTMLElement, talk: Talk): (message: ToGraph) => void {
  const { tell, save, saved } = talk;
  const told: ToldState = { hasMap: false, pinned: false, atlas: 'atlas', views: [], roles: new Set() };
  const sight = createSight(() => parts, { clearFilter: () => deeds.filter({}), showHidden: () => deeds.hide([]) });
  const deeds = createDeeds(() => parts, sight);
  const menu = (id: string, at: Point): void => {
    pointed(undefined);
    openNodeMenu(parts, deeds, id, at);
  };
  const pointed = (what: Pointed | undefined, at: Point = { x: 0, y: 0 }): void => explain(parts, what, at);

  const stage = createStage({
    pointed,
    menu,
    activated: deeds.activate,
    drawn: sight.drawn,
    rested: sight.rested,
    refused: () => refused(parts),
    moved: (camera) => save({ camera }),
    zoomed: (zoom) => save({ zoom }),
    closeBy: (id, others) => tell({ type: 'sentences', id, others }),
  });
  const tooltip = createTooltip();
  const finding = createFinding(
    () => stage.map,
    tell,
    (query, hits) => searchBox.show(query, hits),
  );
  const searchBox = createSearchBox({ ...finding, go: ({ id }) => deeds.walk(id), leave: deeds.toPicture });
  const filterPanel = createFilterPanel({
    state: () => ({
      filter: saved().filter,
      folders: stage.map?.folders ?? foldersOf(stage.seen().nodes),
      tags: stage.map?.tags ?? tagsOf(stage.seen().nodes),
      hidden: saved().hidden.length,
      map: stage.arrangement === 'map',
    }),
    filter: deeds.filter,
    showHidden: () => deeds.hide([]),
  });
  const viewsPanel = createViewsPanel({
    views: () => told.views,
    apply: ({ state }) => deeds.apply(readSaved(state)),
    save: () => tell({ type: 'saveView', state: fitting(saved()) }),
    forget: (name) => tell({ type: 'forgetView', name }),
  });
  const parts: Parts = {
    talk,
    told,
    stage,
    tooltip,
    searchBox,
    filterPanel,
    viewsPanel,
    words: createAnnouncing(),
    menu: createMenu(),
    details: createDetails(
      (id) => tell({ type: 'details', id }),
      (_, more) => tooltip.add(more),
    ),
    legend: createLegend(saved().legend ?? window.innerWidth >= roomy, {
      opened: (legend) => save({ legend }),
      kind: (kind) => deeds.filter(toggleKind(saved().filter, kind)),
      role: (role) => deeds.filter(toggleRole(saved().filter, role)),
      colour: deeds.colour,
    }),
    list: createList({ activated: deeds.activate, menu, leave: () => deeds.list(false) }),
    chips: createChips(
      () => deeds.filter({}),
      () => deeds.hide([]),
    ),
    controls: createControls(
      {
        ...deeds,
        pin: (pinned) => tell({ type: 'pin', pinned }),
        fit: () => stage.picture.fit(),
        full: () => tell({ type: 'full', id: stage.focus }),
        search: searchBox.focus,
        more: (button) => openToolMenu(parts, deeds, button),
      },
      searchBox.element,
      [filterPanel.button, viewsPanel.button],
    ),
  };
  assemble(page, parts);
  stage.element.addEventListener('keydown', (event) => {
    if (stage.picture.press(event)) event.preventDefault();
  });
  document.addEventListener('keydown', (event) => {
    if (isForPage(event) && pressed(event)) event.preventDefault();
  });
  const pressed = (event: KeyboardEvent): boolean => {
    if (event.key === '/') searchBox.focus();
    else if (event.key === '?') showKeys(deeds.toPicture);
    else return command(event)?.do === 'back' && deeds.back();
    return true;
  };
  sight.update();
  return (message) => receive(message, parts, deeds, sight);
}

/** Puts the parts where they belong. */
function assemble(page: HTMLElement, parts: Parts): void {
  const { stage, chips, words, controls, list, legend, tooltip, filterPanel, viewsPanel } = parts;
  stage.element.append(chips.element, words.message);
  page.append(
    html('h1', { class: 'unseen' }, 'Graph'),
    controls.element,
    html('div', { class: 'middle' }, stage.element, list.element),
  );
  page.append(html('footer', { class: 'footer' }, legend.element, words.status), words.live);
  document.body.append(tooltip.element, filterPanel.panel, viewsPanel.panel);
}

/** Whether a key is not typed into something, and not meant for the editor. */
function isForPage({ target, defaultPrevented, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  const isTyped = target instanceof Element && target.matches('input:not([type=radio]), select, textarea');
  return !defaultPrevented && !isTyped && !ctrlKey && !metaKey && !altKey;
}

/** Shows what is known of something that is pointed at, or nothing. */
function explain({ tooltip, details, stage }: Parts, what: Pointed | undefined, at: Point): void {
  if (what?.type !== 'node') details.stop();
  if (what === undefined) {
    tooltip.hide();
    return;
  }
  tooltip.show(what, at, stage.focus, (id) => stage.node(id)?.title ?? id);
  const known = what.type === 'node' ? details.want(what.node.id) : undefined;
  if (known !== undefined) tooltip.add(known);
}
