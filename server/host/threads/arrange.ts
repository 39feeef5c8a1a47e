import { Worker } from 'node:worker_threads';
import type { Arrangement, ToArrange } from '../../core/index.ts';
import { programOf } from './program.ts';

/** In less time than a thread needs to start, this one arranges so many nodes. */
const FEW = 300;

/** Arranges a graph in a thread of its own, which ends with it; undefined where that would not pay. Its columns go there. */
export function arrange(graph: ToArrange): Promise<Arrangement> | undefined {
  const program = graph.radii.length < FEW ? undefined : programOf('arranger');
  if (!program) return undefined;
  const worker = new Worker(program);
  // A server that is to end does not wait for it.
  worker.unref();
  const answer = new Promise<Arrangement>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the thread ended')));
  });
  const { before, ...columns } = graph;
  const all = [...Object.values(columns), ...(before ? [before.x, before.y] : [])];
  worker.postMessage(
    graph,
    all.map((column) => column.buffer as ArrayBuffer),
  );
  return answer.finally(() => void worker.terminate());
}
