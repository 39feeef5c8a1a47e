import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { FrameLocator, Locator } from 'playwright-core';
import { until } from './until.ts';

/**
 * The document of the webview that is shown in `place`: a view, or a group of editors.
 *
 * VS Code puts the frame beside the workbench, not into its place: only the CSS anchor says where it belongs.
 */
export async function webviewIn(place: Locator, what: string): Promise<FrameLocator> {
  const id = await until(
    `the webview of ${what}`,
    () => place.evaluate(overlayOf),
    (found) => found !== undefined,
  );
  // The outer frame is VS Code's, the inner one has the extension's page.
  const overlay = place.page().locator(`[id="${id}"]`);
  return overlay.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
}

/** Runs in the page: the id of the element that floats over an anchor in `place`. */
function overlayOf(place: Element): string | undefined {
  const anchored = [...place.querySelectorAll<HTMLElement>('[style*="anchor-name"]')];
  const anchors = new Set(anchored.map((element) => element.style.getPropertyValue('anchor-name')));
  const overlays = [...document.querySelectorAll<HTMLElement>('.webview-overlay-content')];
  const shown = overlays.filter((overlay) => overlay.style.visibility !== 'hidden');
  return shown.find((overlay) => anchors.has(overlay.style.getPropertyValue('position-anchor')))?.id;
}

/**
 * What axe finds wrong in a webview, a line each: `rule: what it says (the elements)`.
 *
 * One rule is left out: a long title is drawn short (`Does cold dough hold its…`) and spoken whole, which axe takes for two
 * names.
 */
export async function accessibilityProblems(webview: FrameLocator): Promise<string[]> {
  const element = await webview.owner().elementHandle();
  const frame = await element?.contentFrame();
  if (!frame) throw new Error('the webview has gone');
  await frame.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  return frame.evaluate(`axe.run({ rules: { 'label-content-name-mismatch': { enabled: false } } }).then(({ violations }) => violations.map(({ id, help, nodes }) =>
    id + ': ' + help + ' (' + nodes.map(({ target }) => target.join(' ')).join(', ') + ')'))`);
}
