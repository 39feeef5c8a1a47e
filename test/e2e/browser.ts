import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { findChromium } from './chromium.mjs';

/**
 * Starts the Chromium of this machine, without a window. It reaches this machine only: no test may depend on the
 * network, or wait for it.
 *
 * @throws Error where there is no Chromium; `findChromium` tells beforehand
 */
export async function launchBrowser(): Promise<Browser> {
  const found = findChromium();
  if (!found) throw new Error('No Chromium: run `node test/setup.mjs`, or set CHROMIUM to one.');
  return chromium.launch({
    executablePath: found,
    args: [
      // Containers and CI run as root, where the sandbox cannot.
      '--no-sandbox',
      '--disable-gpu',
      // /dev/shm of a container is too small for the workbench.
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost, EXCLUDE *.localhost',
    ],
    env: { ...process.env, FONTCONFIG_FILE: join(import.meta.dirname, 'fonts.conf') },
  });
}
