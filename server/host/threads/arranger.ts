import { parentPort } from 'node:worker_threads';
import { arrange, type ToArrange } from '../../core/index.ts';

// A thread that arranges one graph for the server.

const port = parentPort!;

port.on('message', (graph: ToArrange) => {
  const steps = arrange(graph);
  let step = steps.next();
  while (!step.done) step = steps.next();
  const buffers = Object.values(step.value).map((column) => column.buffer as ArrayBuffer);
  port.postMessage(step.value, buffers);
});
