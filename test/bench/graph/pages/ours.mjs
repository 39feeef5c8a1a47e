// In the page: our map, measured.
import { createMap } from '../../../../media/graph/map/map.ts';
import { framesPerSecond, heap, painted, sleep, watchBlocks } from './watch.mjs';

globalThis.measure = async (atlas) => {
  const stage = document.querySelector('#stage');
  const before = heap();
  let drawn = () => {};
  const first = new Promise((done) => {
    drawn = done;
  });
  const map = createMap(stage, { pointed() {}, activated() {}, menu() {}, moved() {}, drawn: () => drawn() });
  await sleep(300);
  const frames = () => Number(document.body.dataset.frames ?? 0);
  const stopLoading = watchBlocks('loading');
  const began = performance.now();
  if (!map.take(atlas)) throw new Error('refused');
  await first;
  await painted();
  const firstPaint = performance.now() - began;
  await sleep(1500);
  const loading = await stopLoading();

  const stopMoving = watchBlocks('moving');
  const rates = {};
  const home = map.camera();
  for (const [name, factor] of Object.entries({ far: 1, middle: 5, near: 20 })) {
    const from = { ...home, scale: Math.min(40, home.scale * factor) };
    map.look(from);
    await sleep(600);
    const pan = (t) =>
      map.look({
        ...from,
        x: from.x + (400 / from.scale) * Math.sin(t / 500),
        y: from.y + (250 / from.scale) * Math.sin(t / 300),
      });
    const zoom = (t) => map.look({ ...from, scale: from.scale * Math.exp(0.7 * Math.sin(t / 500)) });
    rates[name] = { pan: await framesPerSecond(pan, 3), zoom: await framesPerSecond(zoom, 3) };
  }
  const moving = await stopMoving();
  map.look(home);
  await sleep(1200);
  const atRest = frames();
  await sleep(2000);
  const idle = frames() - atRest;
  map.setShown(false);
  const whenHidden = frames();
  map.look({ ...home, scale: home.scale * 3 });
  await sleep(2000);
  const hidden = frames() - whenHidden;
  return { firstPaint, loading, moving, rates, idle, hidden, heap: heap() - before };
};
