/**
 * The page takes its colours from VS Code's; where there is none, the reader's system says which (`page.css`).
 */

const asked = {
  dark: window.matchMedia('(prefers-color-scheme: dark)'),
  forced: window.matchMedia('(forced-colors: active)'),
  contrast: window.matchMedia('(prefers-contrast: more)'),
};

/** Names the body's theme as VS Code does, now and whenever the system's changes. */
export function dress(): void {
  const change = (): void => {
    const isDark = asked.dark.matches;
    const isContrast = asked.forced.matches || asked.contrast.matches;
    const contrast = ['vscode-high-contrast', ...(isDark ? [] : ['vscode-high-contrast-light'])];
    document.body.className = (isContrast ? contrast : [isDark ? 'vscode-dark' : 'vscode-light']).join(' ');
  };
  for (const each of Object.values(asked)) each.addEventListener('change', change);
  change();
}
