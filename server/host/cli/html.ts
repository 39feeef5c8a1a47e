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
<style>${LIGHT}${asset('graph.css').replaceAll('</', '<\\/')}</style>
</head>
<body>
<main id="graph"></main>
<script id="data" type="application/json">${embedded({ graph, focus })}</script>
<script>${asset('graph-page.js').replaceAll('</script', '<\\/script')}</script>
</body>
</html>
`;
}

/** The page's colours are VS Code's, and dark where nothing gives them. */
const LIGHT = `@media (prefers-color-scheme: light) { :root {
  --vscode-editor-background: #fff; --vscode-foreground: #3b3b3b; --vscode-descriptionForeground: #6b6b6b;
  --vscode-focusBorder: #005fb8; --vscode-widget-border: #e5e5e5; --vscode-editorHoverWidget-background: #f8f8f8;
  --vscode-charts-blue: #1a85ff; --vscode-charts-purple: #652d90; --vscode-charts-green: #388a34;
  --vscode-charts-orange: #b86200; --vscode-charts-lines: #3b3b3b80;
} }
`;

/** JSON that cannot end the script element it stands in. */
const embedded = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');
