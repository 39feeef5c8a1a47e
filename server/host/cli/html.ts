import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Graph } from '../../core/index.ts';

/** Where the bundles lie: beside the command line's own. */
declare const __dirname: string;

/** One file with the graph and the program that draws it: no network, nothing beside it. */
export function html(graph: Graph, focus: string | null): string {
  const asset = (name: string): string => readFileSync(join(__dirname, name), 'utf8');
  const policy = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'";
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<title>Note Corpus</title>
<style>${asset('graph.css').replaceAll('</', '<\\/')}</style>
</head>
<body>
<main id="graph"></main>
<script id="data" type="application/json">${embedded({ graph, focus })}</script>
<script>${asset('graph-page.js').replaceAll('</script', '<\\/script')}</script>
</body>
</html>
`;
}

/** JSON that cannot end the script element it stands in. */
const embedded = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');
