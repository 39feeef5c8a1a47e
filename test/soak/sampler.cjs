// Loaded into the server before it (`node --expose-gc --require`): at a signal it clears the heap, and writes down what is left and what
// keeps the process going. The server itself knows nothing of it.
const { appendFileSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

if (isMainThread) process.on('SIGUSR2', () => void sample());

async function sample() {
  // What one sweep finishes off, the next one can take.
  for (let sweep = 0; sweep < 4; sweep++) {
    globalThis.gc();
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { heapUsed, external, rss } = process.memoryUsage();
  const resources = {};
  for (const kind of process.getActiveResourcesInfo()) resources[kind] = (resources[kind] ?? 0) + 1;
  appendFileSync(process.env.SOAK_SAMPLES, `${JSON.stringify({ heapUsed, external, rss, resources })}\n`);
}
