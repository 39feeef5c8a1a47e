import { Uri, type Webview } from 'vscode';

/** The only folder a page of ours may read from. */
export function pageRoot(extension: Uri): Uri {
  return Uri.joinPath(extension, 'dist');
}

/**
 * The page that hosts a program of `media`: nothing is allowed but that one script and that one style sheet.
 *
 * @param program what its bundle and its root element are called: `graph`
 * @param pictures whether it draws pictures of its own making (`data:`), to be kept as files
 */
export function programPage(
  webview: Webview,
  extension: Uri,
  program: string,
  title: string,
  { pictures = false } = {},
): string {
  const script = webview.asWebviewUri(Uri.joinPath(pageRoot(extension), `${program}.js`));
  const style = webview.asWebviewUri(Uri.joinPath(pageRoot(extension), `${program}.css`));
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
    `font-src ${webview.cspSource}`,
    ...(pictures ? ['img-src data:'] : []),
    // What `default-src` does not speak of.
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="${policy}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <link rel="stylesheet" href="${style}">
  <title>${title}</title>
</head>
<body>
  <main id="${program}"></main>
  <script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}
