import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export type Settings = Record<string, unknown>;

/** The four kinds of theme that an extension must look right in, with the class that the workbench wears under each. */
export const THEMES = {
  light: { theme: 'Light 2026', worn: 'vs' },
  dark: { theme: 'Dark 2026', worn: 'vs-dark' },
  'high contrast': { theme: 'Default High Contrast', worn: 'hc-black' },
  'high contrast light': { theme: 'Default High Contrast Light', worn: 'hc-light' },
} as const;

/**
 * Adds to the settings of a folder, which are a file in it: so a test may give some before VS Code opens the folder,
 * and change them after, while those of the user belong to the server that all tests share.
 */
export function writeFolderSettings(folder: string, settings: Settings): void {
  const file = join(folder, '.vscode/settings.json');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ ...read(file), ...settings }, null, 2));
}

function read(file: string): Settings {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // The folder has none yet.
    return {};
  }
}
