import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import manifest from '../../package.json' with { type: 'json' };

// How the themes that VS Code brings along colour titles: each finds the first scope that it knows (`semanticTokenScopes`).

interface Rule {
  readonly scope?: string | readonly string[];
  readonly settings: { readonly foreground?: string; readonly fontStyle?: string };
}

interface Theme {
  readonly include?: string;
  readonly tokenColors?: readonly Rule[];
  readonly colors?: Readonly<Record<string, string>>;
}

const require = createRequire(new URL('../e2e/package.json', import.meta.url));
const THEMES = join(dirname(require.resolve('code-server/package.json')), 'lib/vscode/extensions/theme-defaults');

/** A theme as one: what it includes comes first. */
function load(path: string): Theme {
  const theme: Theme = JSON.parse(readFileSync(join(THEMES, path), 'utf8'));
  const base = theme.include ? load(join(dirname(path), theme.include)) : {};
  return {
    tokenColors: [...(base.tokenColors ?? []), ...(theme.tokenColors ?? [])],
    colors: { ...base.colors, ...theme.colors },
  };
}

const isUnder = (scope: string, name: string): boolean => scope === name || scope.startsWith(`${name}.`);

/** How well a rule's selector fits scopes, from the outermost to the innermost; -1 where it does not. As VS Code reckons. */
function fit(selector: string, scopes: readonly string[]): number {
  const places = selector
    .split(' ')
    .map((name) => ({ name, at: scopes.findLastIndex((scope) => isUnder(scope, name)) }));
  if (places.some(({ at }) => at < 0)) return -1;
  const { name, at } = places.at(-1)!;
  return (at + 1) * 65536 + name.length;
}

/** Of the first scope that the theme says anything of. */
function styleOf({ tokenColors = [] }: Theme, probes: readonly string[]): Rule['settings'] {
  for (const probe of probes) {
    const style: Record<string, string> = {};
    const best: Record<string, number> = {};
    for (const { scope, settings } of tokenColors) {
      const selectors = typeof scope === 'string' ? scope.split(',').map((each) => each.trim()) : (scope ?? []);
      const score = Math.max(-1, ...selectors.map((each) => fit(each, probe.split(' '))));
      for (const [key, value] of Object.entries(settings)) {
        if (score < 0 || score < (best[key] ?? 0)) continue;
        best[key] = score;
        style[key] = value.toLowerCase();
      }
    }
    if (Object.keys(style).length > 0) return style;
  }
  return {};
}

/** Contrast of two colours (WCAG 2.2, "contrast ratio"): 4.5 is enough for text. */
function contrast(a: string, b: string): number {
  const light = (colour: string): number => {
    const [red, green, blue] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [dark, bright] = [light(a), light(b)].sort((x, y) => x - y) as [number, number];
  return (bright + 0.05) / (dark + 0.05);
}

const THEME_FILES = [
  'dark_modern',
  'light_modern',
  '2026-dark',
  '2026-light',
  'hc_black',
  'hc_light',
  'dark_plus',
  'light_plus',
];
const SCOPES: Readonly<Record<string, readonly string[]>> = manifest.contributes.semanticTokenScopes[0]!.scopes;

for (const file of THEME_FILES) {
  test(`${file}: a title that is there, missing, ambiguous, or the document’s own are told apart, and can be read`, () => {
    const theme = load(`themes/${file}.json`);
    const background = theme.colors?.['editor.background'] ?? '#ffffff';
    const styles = Object.entries(SCOPES).map(([name, probes]) => ({ name, ...styleOf(theme, probes) }));
    for (const { name, foreground = '' } of styles) {
      assert.match(foreground, /^#[0-9a-f]{6}$/, `${name} has a colour`);
      assert.ok(contrast(foreground, background) >= 4.5, `${name}: ${foreground} on ${background}`);
    }
    const different = new Set(styles.map(({ foreground, fontStyle = '' }) => foreground + fontStyle));
    assert.equal(different.size, styles.length, JSON.stringify(styles));
  });
}
