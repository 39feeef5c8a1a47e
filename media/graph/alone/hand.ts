/**
 * What a page that stands alone can do outside of itself: all of it by the reader's own browser.
 */

import { linkTo } from './linkTo.ts';

export function openDocument(path: string): void {
  window.open(linkTo(path), '_blank', 'noopener');
}

/** Answers whether the browser took it. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Gives the reader a picture as a file. */
export function download(name: string, format: 'svg' | 'png', data: string): void {
  const type = format === 'svg' ? 'image/svg+xml' : 'image/png';
  const parts = format === 'svg' ? data : Uint8Array.from(atob(data), (unit) => unit.charCodeAt(0));
  const url = URL.createObjectURL(new Blob([parts], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name}.${format}`;
  link.click();
  // The browser has taken it up by then.
  window.setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
