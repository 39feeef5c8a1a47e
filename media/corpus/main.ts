/**
 * The corpus page: boots, talks with the extension, and shows what it is told.
 */
import { html } from '../graph/dom.ts';
import { incoming } from './incoming.ts';
import type { FromCorpusPage } from './messages.ts';
import { corpusView } from './view.ts';

interface VsCodeApi {
  postMessage(message: FromCorpusPage): void;
  getState(): unknown;
  setState(state: unknown): void;
}
declare function acquireVsCodeApi(): VsCodeApi;

const vscode = acquireVsCodeApi();
const page = document.querySelector('#corpus') ?? document.body.appendChild(html('main', { id: 'corpus' }));
/** Where the page was scrolled to before it was hidden; taken once. */
let scroll = vscode.getState();

const actions = {
  open: (uri: string, beside: boolean) => vscode.postMessage({ type: 'open', uri, beside }),
  graph: (corpus: string, title: string) => vscode.postMessage({ type: 'graph', corpus, title }),
  create: (corpus: string, title: string) => vscode.postMessage({ type: 'create', corpus, title }),
  more: () => vscode.postMessage({ type: 'more' }),
};

function say(message: string): void {
  page.replaceChildren(html('p', { class: 'message', role: 'status' }, message));
}

function receive(data: unknown): void {
  const told = incoming(data);
  if (told === undefined) return;
  if (told.type === 'empty') say(told.message);
  else {
    const stood = keyOf(document.activeElement);
    page.replaceChildren(html('h1', {}, 'Corpus'), ...told.corpora.map((each) => corpusView(each, actions)));
    // The keyboard stays where it was, as long as that is still there.
    if (stood !== undefined) standOn(stood);
    if (typeof scroll === 'number') window.scrollTo(0, scroll);
    scroll = undefined;
  }
  document.body.dataset.ready = told.type;
}

function keyOf(element: Element | null): string | undefined {
  return element instanceof HTMLElement ? element.dataset.key : undefined;
}

function standOn(key: string): void {
  for (const each of page.querySelectorAll<HTMLElement>('[data-key]')) {
    if (each.dataset.key !== key) continue;
    each.focus({ preventScroll: true });
    return;
  }
}

say('Counting …');
window.addEventListener('scroll', () => vscode.setState(window.scrollY), { passive: true });
window.addEventListener('message', (event) => receive(event.data));
vscode.postMessage({ type: 'ready' });
