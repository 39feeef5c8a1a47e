/**
 * The graph page: boots, talks with the extension, and ties drawing, toolbar, legend and list to what the reader does.
 */
import type { GraphResult } from '../../server/protocol.ts';
import { createControls } from './controls.ts';
import { html } from './dom.ts';
import { incoming } from './incoming.ts';
import { command, towards } from './keyboard.ts';
import { createLegend } from './legend.ts';
import { createList } from './list.ts';
import type { FromGraph } from './messages.ts';
import { idOf } from './near/nodes.ts';
import { listenForPointing } from './near/pointing.ts';
import { createScene } from './near/scene.ts';
import { arrive, back, readSaved, type Saved } from './state.ts';
import { createTooltip } from './tooltip.ts';
import { listenForGestures } from './viewport.ts';

interface VsCodeApi {
  postMessage(message: FromGraph): void;
  getState(): unknown;
  setState(state: Saved): void;
}
declare function acquireVsCodeApi(): VsCodeApi;

const vscode = acquireVsCodeApi();
let saved = readSaved(vscode.getState());
let graph: GraphResult | undefined;
let pinned = false;

const stage = html('div', { class: 'stage' });
const message = html('p', { class: 'message' });
const status = html('p', { class: 'status', role: 'status' });
const tooltip = createTooltip();
const legend = createLegend(saved.legend ?? window.innerWidth >= 600, (open) => save({ legend: open }));
const list = createList(activate, () => toggleList(false));
const scene = createScene(stage, saved.zoom, { drawn, rested, zoomed: (zoom) => save({ zoom }) });
const { drawing } = scene;
const pointAway = listenForPointing(drawing, tooltip, () => graph);
const controls = createControls({
  walk,
  depth: (depth) => {
    save({ depth });
    vscode.postMessage({ type: 'depth', depth });
  },
  pin: (on) => vscode.postMessage({ type: 'pin', pinned: on }),
  fit: scene.fit,
  list: toggleList,
});

function save(change: Partial<Saved>): void {
  saved = { ...saved, ...change };
  vscode.setState(saved);
}

function walk(id: string): void {
  vscode.postMessage({ type: 'walk', id });
}

/** A click on a node: walk to it, or open it where the reader already stands there. */
function activate(id: string, beside: boolean): void {
  const node = graph?.nodes.find((other) => other.id === id);
  if (node === undefined) return;
  if (!beside && id !== graph?.focus) walk(id);
  else if (node.uri !== null) vscode.postMessage({ type: 'open', id, beside });
  else status.textContent = 'No document has this title yet.';
}

function toggleList(open: boolean): void {
  const left = !open && list.element.contains(document.activeElement);
  save({ list: open });
  list.setOpen(open);
  update();
  if (left) drawing.stop(graph?.focus ?? null);
}

function update(): void {
  controls.update({ walk: saved.walk, depth: saved.depth ?? 1, pinned, list: saved.list });
}

function drawn(next: GraphResult): void {
  graph = next;
  const centre = next.nodes.find(({ id }) => id === next.focus);
  if (centre !== undefined) save({ walk: arrive(saved.walk, { id: centre.id, title: centre.title }) });
  pointAway();
  legend.update(next);
  update();
  status.textContent = next.omitted > 0 ? `${next.nodes.length} of ${next.nodes.length + next.omitted} shown` : '';
  message.textContent = '';
}

/** The picture is on the screen: time for its twin, and for tests to look at it. */
function rested(shown: GraphResult): void {
  list.update(shown);
  document.body.dataset.ready = String(shown.nodes.length);
  document.body.dataset.focus = shown.focus ?? '';
}

function receive(data: unknown): void {
  const told = incoming(data);
  if (told === undefined) return;
  delete document.body.dataset.ready;
  if (told.type === 'empty') {
    scene.clear();
    drawn({ focus: null, nodes: [], edges: [], omitted: 0 });
    message.textContent = told.message;
    rested({ focus: null, nodes: [], edges: [], omitted: 0 });
    return;
  }
  if (told.type !== 'show') return;
  pinned = told.pinned;
  // A reloaded page remembers its depth; the extension may have started anew, and is told once.
  const remembered = graph === undefined ? saved.depth : null;
  if (remembered !== null && remembered !== told.depth) vscode.postMessage({ type: 'depth', depth: remembered });
  save({ depth: remembered ?? told.depth });
  scene.show(told.graph);
}

function press(event: KeyboardEvent): void {
  const pressed = command(event);
  const id = idOf(event.target);
  const to = back(saved.walk);
  if (pressed?.do === 'zoom') scene.zoom(pressed.factor);
  else if (pressed?.do === 'fit') scene.fit();
  else if (pressed?.do === 'back' && to !== undefined) walk(to.id);
  else if (pressed?.do === 'activate' && id !== undefined) activate(id, pressed.beside);
  else if (pressed?.do === 'move' && id !== undefined)
    drawing.stop(towards(id, pressed.direction, scene.places()) ?? id);
  else return;
  event.preventDefault();
}

function click(event: MouseEvent): void {
  const id = idOf(event.target);
  if (id !== undefined && event.button < 2) activate(id, event.ctrlKey || event.metaKey || event.button === 1);
}

stage.append(message);
const page = document.querySelector('#graph') ?? document.body.appendChild(html('main', { id: 'graph' }));
page.append(controls.element, html('div', { class: 'middle' }, stage, list.element));
page.append(html('footer', { class: 'footer' }, legend.element, status));
document.body.append(tooltip.element);
list.setOpen(saved.list);
update();

listenForGestures(drawing.element, scene);
drawing.element.addEventListener('click', click);
drawing.element.addEventListener('auxclick', click);
stage.addEventListener('keydown', press);
new ResizeObserver(scene.resized).observe(stage);
window.addEventListener('message', (event) => receive(event.data));
vscode.postMessage({ type: 'ready' });
