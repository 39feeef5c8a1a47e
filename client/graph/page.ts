import { Uri, type Webview } from 'vscode';

/** The only folder a graph page may read from. */
export function pageRoot(extension: Uri): Uri {
  return Uri.joinPath(extension, 'dist');
}

/** The page that hosts the graph program: nothing is allowed but that one script and that one style sheet. */
export function graphPage(webview: Webview, extension: Uri): string {
  const script = webview.asWebviewUri(Uri.joinPath(pageRoot(extension), 'graph.js'));
  const style = webview.asWebviewUri(Uri.joinPath(pageRoot(extension), 'graph.css'));
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
    `font-src ${webview.cspSource}`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="${policy}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <link rel="stylesheet" href="${style}">
  <title>Graph</title>
</head>
<body>
  <main id="graph"></main>
  <script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}
