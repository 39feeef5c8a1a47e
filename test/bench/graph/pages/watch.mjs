// In the page: watches how long the main thread is held, and how many frames come.

/** Starts to watch, and marks where the phase begins and ends. The answer stops and tells the longest task and the longest gap between two turns of 4 ms, in milliseconds. */
export function watchBlocks(phase) {
  performance.mark(`${phase} begins`);
  let [longestTask, longestGap] = [0, 0];
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) longestTask = Math.max(longestTask, entry.duration);
  });
  observer.observe({ entryTypes: ['longtask'] });
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    longestGap = Math.max(longestGap, now - last - 4);
    last = now;
  }, 4);
  return async () => {
    await new Promise((done) => setTimeout(done, 60));
    performance.mark(`${phase} ends`);
    clearInterval(timer);
    for (const entry of observer.takeRecords()) longestTask = Math.max(longestTask, entry.duration);
    observer.disconnect();
    return { task: longestTask, gap: longestGap };
  };
}

/** Calls `step` with the time for `seconds`, once a frame; answers the frames a second. */
export function framesPerSecond(step, seconds) {
  return new Promise((done) => {
    const began = performance.now();
    let frames = 0;
    const frame = () => {
      const passed = performance.now() - began;
      if (passed > seconds * 1000) {
        done(frames / seconds);
        return;
      }
      frames++;
      step(passed);
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
}

export const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

export function heap() {
  globalThis.gc?.();
  return (performance.memory?.usedJSHeapSize ?? 0) / 2 ** 20;
}

/** Resolves once what was drawn by now is on the screen. */
export const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
