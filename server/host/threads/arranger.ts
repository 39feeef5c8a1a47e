import { parentPort } from 'node:worker_threads';
import { arrange, atOnce, type ToArrange } from '../../core/index.ts';

// A thread that arranges one graph for the server.

const port = parentPort!;

port.on('message', (graph: ToArrange) => {
  const arrangement = atOnce(arrange(graph));
  const buffers = Object.values(arrangement).map((column) => column.buffer as ArrayBuffer);
  port.postMessage(arrangement, buffers);
});
