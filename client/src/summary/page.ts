/**
 * The panel's page. Invariant: nothing runs but the one script with this page's nonce, nothing is loaded but the extension's own
 * stylesheet, and nothing of a document stands in it.
 */
import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';

export function panelPage(webview: vscode.Webview, dist: vscode.Uri): string {
  const nonce = randomBytes(18).toString('base64');
  const address = (file: string): string => webview.asWebviewUri(vscode.Uri.joinPath(dist, file)).toString();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${address('panel.css')}">
<title>Gouji</title>
</head>
<body>
<main id="panel"></main>
<script nonce="${nonce}" src="${address('panel.js')}"></script>
</body>
</html>`;
}
