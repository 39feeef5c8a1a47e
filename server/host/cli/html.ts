import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GraphPage } from '../../protocol.ts';

/** Where the bundles lie: beside the command line's own. */
declare const __dirname: string;

/**
 * Nothing is fetched and nothing is sent: scripts and styles are those of the page itself, and pictures are those that the page
 * draws to keep them as files.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'unsafe-inline'",
  "style-src 'unsafe-inline'",
  'img-src data: blob:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** One file with a graph and the program that draws it: no network, nothing beside it. */
export function html(page: GraphPage): string {
  const asset = (name: string): string => readFileSync(join(__dirname, name), 'utf8');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>${inElement(page.corpus)} – Note Corpus</title>
<style>${asset('graph-page.css').replaceAll('</', '<\\/')}</style>
</head>
<body>
<main id="graph"></main>
<script id="data" type="application/json">${embedded(page)}</script>
<script>${asset('graph-page.js').replaceAll('</script', '<\\/script')}</script>
</body>
</html>
`;
}

/** JSON that cannot end the script element it stands in, nor begin a comment there. */
const embedded = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

const inElement = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
