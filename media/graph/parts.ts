/**
 * The parts of the page, for those that tie them together.
 */
import type { SectionRole } from '../../server/protocol.ts';
import type { Announcing } from './announcing.ts';
import type { Chips } from './chips.ts';
import type { Controls } from './controls.ts';
import type { Details } from './details.ts';
import type { FilterPanel } from './filterPanel.ts';
import type { Legend } from './legend.ts';
import type { NodeList } from './list.ts';
import type { Menu } from './menu.ts';
import type { NamedView } from './messages.ts';
import type { SearchBox } from './searchBox.ts';
import type { Stage } from './stage.ts';
import type { Talk } from './talk.ts';
import type { Tooltip } from './tooltip.ts';
import type { ViewsPanel } from './viewsPanel.ts';

export interface Parts {
  readonly talk: Talk;
  readonly told: ToldState;
  readonly stage: Stage;
  readonly words: Announcing;
  readonly tooltip: Tooltip;
  readonly menu: Menu;
  readonly details: Details;
  readonly searchBox: SearchBox;
  readonly legend: Legend;
  readonly list: NodeList;
  readonly filterPanel: FilterPanel;
  readonly viewsPanel: ViewsPanel;
  readonly chips: Chips;
  readonly controls: Controls;
}

/** What the extension told of itself. */
export interface ToldState {
  /** This is the panel, which has the map. */
  hasMap: boolean;
  pinned: boolean;
  /** Whether the last graph of the whole corpus was told whole, or by what is different in it. */
  atlas: 'atlas' | 'change';
  views: readonly NamedView[];
  /** Roles in the whole corpus; how many edges have each, nobody has counted. */
  roles: ReadonlySet<SectionRole>;
}
