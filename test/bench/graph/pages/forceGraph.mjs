// In the page: force-graph with the forces that Foam gives it, measured.
import { forceCollide, forceX, forceY } from 'd3-force-3d';
import ForceGraph from 'force-graph';
import { framesPerSecond, heap, painted, sleep, watchBlocks } from './watch.mjs';

globalThis.measure = async ({ nodes, links }, patience) => {
  const stage = document.querySelector('#stage');
  const before = heap();
  let [frames, drawn, rested] = [0, () => {}, () => {}];
  const first = new Promise((done) => {
    drawn = done;
  });
  const rest = new Promise((done) => {
    rested = done;
  });
  const stopLoading = watchBlocks('loading');
  const began = performance.now();
  const graph = new ForceGraph(stage)
    .width(stage.clientWidth)
    .height(stage.clientHeight)
    .linkColor(() => 'rgba(128,128,128,.3)')
    .onRenderFramePost(() => {
      frames++;
      drawn();
    })
    .onEngineStop(() => rested())
    .cooldownTime(patience)
    .d3Force('x', forceX().strength(0.05))
    .d3Force('y', forceY().strength(0.05))
    .d3Force('collide', forceCollide(5));
  graph.d3Force('charge').strength(-200);
  graph.d3Force('link').distance(30);
  graph.graphData({ nodes, links });
  await first;
  await painted();
  const firstPaint = performance.now() - began;
  await Promise.race([rest, sleep(patience * 2)]);
  const restAfter = performance.now() - began;
  const loading = await stopLoading();
  const stopMoving = watchBlocks('moving');
  graph.zoomToFit(0);
  await sleep(500);
  const { x, y } = graph.centerAt();
  const scale = graph.zoom();
  const rates = {
    far: {
      pan: await framesPerSecond((t) => graph.centerAt(x + (400 / scale) * Math.sin(t / 500), y), 3),
      zoom: await framesPerSecond((t) => graph.zoom(scale * Math.exp(0.7 * Math.sin(t / 500))), 3),
    },
  };
  const moving = await stopMoving();
  await sleep(1000);
  const atRest = frames;
  await sleep(2000);
  return { firstPaint, restAfter, loading, moving, rates, idle: frames - atRest, heap: heap() - before };
};
