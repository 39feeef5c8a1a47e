/**
 * Answers the graph page as the extension would, from what is written into the page.
 */
import type { GraphFilter, GraphPage, GraphResult } from '../../server/protocol.ts';
import { dress } from './alone/dress.ts';
import { find, type Hit } from './alone/find.ts';
import { copy, download, openDocument } from './alone/hand.ts';
import { openMemory, standingIn, withView } from './alone/memory.ts';
import { detailsOf, sentencesIn } from './alone/say.ts';
import { type WholeNode, wholeOf } from './alone/whole.ts';
import { around } from './around.ts';
import type { Arrangement, FromGraph, ToGraph } from './messages.ts';

/** So many nodes are drawn around one. */
const most = 200;
/** All nodes at once are a picture only where they are few: a larger corpus is entered at its most used document. */
const few = 30;

const page: GraphPage = JSON.parse(document.querySelector('#data')!.textContent);
const whole = wholeOf(page);
const sentences = sentencesIn(whole, page);
const memory = openMemory(page.corpus);
const busiest = whole.uses.reduce((best, uses, number) => (uses > whole.uses[best]! ? number : best), 0);

let focus = page.focus;
let depth = page.depth;
let pinned = false;
let arrangement: Arrangement = 'around';
let filter: GraphFilter = {};

/** What the page asks, with its search and its menus, and what it is told. */
type Asked =
  | FromGraph
  | { readonly type: 'find'; readonly query: string }
  | { readonly type: 'expand'; readonly id: string };
type Told =
  | ToGraph
  | { readonly type: 'found'; readonly query: string; readonly hits: readonly Hit[] }
  | { readonly type: 'expanded'; readonly id: string; readonly graph: GraphResult };
type Of<T, Each = Asked> = Each extends { readonly type: infer U } ? (T extends U ? Each : never) : never;

const tell = (message: Told): void => window.postMessage(message, '*');
const say = (message: string): void => tell({ type: 'said', message });

/** Draws the neighbourhood anew; the map is told where one stands. */
function show(): void {
  if (arrangement === 'map' && whole.nodes.length > 0) {
    tell({ type: 'stand', focus, pinned });
    return;
  }
  const centre = focus ?? (whole.nodes.length > few ? whole.nodes[busiest]!.id : null);
  const graph = around(whole, centre, depth, most, filter);
  if (graph.nodes.length > 0) tell({ type: 'show', graph, depth, pinned });
  else tell({ type: 'empty', message: 'There are no documents in this graph.' });
}

function draw(message: Extract<FromGraph, { type: 'draw' }>): void {
  ({ arrangement, filter } = message);
  const isNew = message.since !== page.atlas.number && whole.nodes.length > 0;
  if (arrangement === 'map' && isNew) tell({ type: 'atlas', atlas: page.atlas, focus, pinned });
  else show();
}

const answers: { readonly [T in Asked['type']]: (message: Of<T>) => void } = {
  ready: begin,
  draw,
  walk: ({ id }) => {
    if (!nodeAt(id)) return;
    focus = id;
    show();
  },
  depth: (message) => {
    depth = message.depth;
    if (arrangement !== 'map') show();
  },
  pin: (message) => {
    pinned = message.pinned;
    show();
  },
  details: ({ id }) => tell({ type: 'details', id, details: detailsOf(whole, page, id) }),
  sentences: ({ id, others }) => tell({ type: 'sentences', id, sentences: sentences(id, others) }),
  find: ({ query }) => tell({ type: 'found', query, hits: find(whole, query) }),
  expand: ({ id }) => tell({ type: 'expanded', id, graph: around(whole, id, 1, most, filter) }),
  remember: (message) => void memory.keep({ state: message.state }),
  saveView: (message) => saveView(message.state),
  forgetView: (message) => keepViews(memory.recall().views.filter(({ name }) => name !== message.name)),
  export: ({ format, data }) => download(`${page.corpus} graph`, format, data),
  open: ({ id }) => {
    const node = nodeAt(id);
    if (node?.kind === 'missing') say('No document has this title yet.');
    else if (node) openDocument(id);
  },
  copyTitle: ({ id }) => copied(nodeAt(id)?.title),
  copyLink: ({ id }) => copied(nodeAt(id) && `[[${nodeAt(id)!.title}]]`),
  full: () => say('The whole corpus is in this page already: choose the map.'),
  reveal: () => say('Only VS Code can show a file in its explorer.'),
  createNote: () => say('Notes are made in VS Code: this page is a picture of the corpus.'),
};

const nodeAt = (id: string): WholeNode | undefined => whole.nodes[whole.numbers.get(id) ?? -1];

async function copied(text: string | undefined): Promise<void> {
  if (text !== undefined) say((await copy(text)) ? `Copied: ${text}` : 'The browser does not let this page copy.');
}

/** What was remembered; at first the page stands where it was written to stand. */
function begin(): void {
  const { state, views } = memory.recall();
  const first = { arrangement: focus === null ? 'map' : 'around', depth };
  const there = standingIn(state);
  if (there.id !== undefined && nodeAt(there.id)) focus = there.id;
  depth = there.depth ?? depth;
  tell({ type: 'remembered', state: state ?? first, views, map: true });
}

function saveView(state: unknown): void {
  const name = window.prompt('A name for this view')?.trim();
  if (name) keepViews(withView(memory.recall().views, { name, state }));
}

function keepViews(views: readonly { readonly name: string; readonly state: unknown }[]): void {
  if (!memory.keep({ views }))
    say('The browser does not let this page keep anything: the view is gone when it is closed.');
  tell({ type: 'views', views });
}

dress();
let state: unknown;
Object.assign(globalThis, {
  acquireVsCodeApi: () => ({
    postMessage: (message: Asked) => (answers[message.type] as ((asked: Asked) => void) | undefined)?.(message),
    getState: () => state,
    setState: (next: unknown) => {
      state = next;
    },
  }),
});
