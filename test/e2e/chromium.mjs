import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

/** What the browser is called: by Debian, by Ubuntu, and by Chrome's own packages. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * Finds a Chromium that really starts: on Ubuntu without snap, `chromium-browser` is a script that only says so.
 *
 * Plain JavaScript without dependencies, because test/setup.mjs asks before anything is installed.
 *
 * @returns {string | undefined} its absolute path: what the CHROMIUM variable says, else the first on the PATH
 */
export function findChromium() {
  const names = process.env.CHROMIUM ? [process.env.CHROMIUM] : NAMES;
  return names.flatMap(onPath).find((file) => spawnSync(file, ['--version'], { stdio: 'ignore' }).status === 0);
}

/** @param {string} name */
function onPath(name) {
  if (isAbsolute(name)) return [name];
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).filter((file) => existsSync(file));
}
