// The language server's entry. Invariant: it starts a server on the connection it was given and does nothing else.
import { createConnection, ProposedFeatures, TextDocumentSyncKind } from 'vscode-languageserver/node';

const connection = createConnection(ProposedFeatures.all);
connection.onInitialize(() => ({
  serverInfo: { name: 'gouji' },
  capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental },
}));
connection.listen();
