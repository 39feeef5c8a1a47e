import { until } from './until.ts';
import type { Workbench } from './workbench.ts';

/** All that the status bar says from now on, however short it stands there: who only looks now and then may miss it. */
export interface Statuses {
  /** Waits until it has said this. */
  expect(text: RegExp): Promise<void>;
}

export async function watchStatus({ page }: Workbench): Promise<Statuses> {
  const said = await page.evaluateHandle(() => {
    const bar = document.querySelector('.part.statusbar')!;
    const said = [''];
    // No-break spaces stand around icons.
    new MutationObserver(() => said.push(bar.textContent!.replaceAll('\u00a0', ' '))).observe(bar, {
      characterData: true,
      childList: true,
      subtree: true,
    });
    return said;
  });
  return {
    expect: async (text) => {
      const all = () => said.evaluate((all) => [...new Set(all)]);
      await until(`${text} in the status bar`, all, (texts) => texts.some((each) => text.test(each)));
    },
  };
}
