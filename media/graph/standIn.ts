/**
 * Answers the graph page as the extension would, from a graph that is written into the page.
 */
import { around, type WholeGraph } from './around.ts';
import type { FromGraph, ToGraph } from './messages.ts';

/** Larger pictures are no pictures: without a focus a corpus of more nodes is entered at its most used document. */
const most = 200;

const written: { graph: WholeGraph; focus: string | null } = JSON.parse(
  document.querySelector('#data')?.textContent ?? '{"graph":{"nodes":[],"edges":[]},"focus":null}',
);
const uses = new Map<string, number>();
for (const { target } of written.graph.edges) uses.set(target, (uses.get(target) ?? 0) + 1);
const busiest = written.graph.nodes.reduce<string | null>(
  (best, { id }) => (best === null || (uses.get(id) ?? 0) > (uses.get(best) ?? 0) ? id : best),
  null,
);

let focus = written.focus ?? (written.graph.nodes.length > most ? busiest : null);
let depth = 1;
let pinned = false;
let state: unknown;

function answer(message: FromGraph): void {
  if (message.type === 'walk') focus = message.id;
  else if (message.type === 'depth') depth = message.depth;
  else if (message.type === 'pin') pinned = message.pinned;
  else if (message.type === 'open') openDocument(message.id);
  if (message.type !== 'open') show();
}

function show(): void {
  const graph = around(written.graph, focus, depth, most);
  const message: ToGraph =
    graph.nodes.length === 0
      ? { type: 'empty', message: 'There are no documents in this graph.' }
      : { type: 'show', graph, depth, pinned };
  window.postMessage(message, '*');
}

/** Where the page was written into the corpus' folder, its documents lie beside it. */
function openDocument(id: string): void {
  const path = written.graph.nodes.find((node) => node.id === id)?.path;
  if (path) window.open(path.split('/').map(encodeURIComponent).join('/'), '_blank', 'noopener');
}

/** The page takes its colours from VS Code's; here the reader's system says which. */
const dark = window.matchMedia('(prefers-color-scheme: dark)');
const dress = () => {
  document.body.className = dark.matches ? 'vscode-dark' : 'vscode-light';
};
dark.addEventListener('change', dress);
dress();

Object.assign(globalThis, {
  acquireVsCodeApi: () => ({
    postMessage: answer,
    getState: () => state,
    setState: (next: unknown) => {
      state = next;
    },
  }),
});
