import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GraphPage } from '../../protocol.ts';

/** Where the bundles lie: beside the command line's own. */
declare const __dirname: string;

/** One file with a graph and the program that draws it: no network, nothing beside it. */
export function html(page: GraphPage): string {
  const asset = (name: string): string => readFileSync(join(__dirname, name), 'utf8').replace(/\r\n?/g, '\n');
  const style = asset('graph-page.css').replaceAll('</', '<\\/');
  const program = asset('graph-page.js').replaceAll('</script', '<\\/script');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyFor(program, style)}">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>${inElement(page.corpus)} – Note Corpus</title>
<style>${style}</style>
</head>
<body>
<main id="graph"></main>
<script id="data" type="application/json">${embedded(page)}</script>
<script>${program}</script>
</body>
</html>
`;
}

/**
 * Nothing is fetched and nothing is sent, and no script or style counts but these two; pictures are those that the page draws
 * to keep them as files.
 */
function policyFor(program: string, style: string): string {
  const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const rules = [`script-src ${hash(program)}`, `style-src ${hash(style)}`, 'img-src data: blob:'];
  return ["default-src 'none'", ...rules, "base-uri 'none'", "form-action 'none'"].join('; ');
}

/** JSON that cannot end the script element it stands in, nor begin a comment there. */
const embedded = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

const inElement = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
