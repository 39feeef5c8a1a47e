import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';

// A server that looks at nothing: its times are what the protocol library, the pipe and the client cost.

const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 20 } };
let answer: Echoed = { definition: '', references: [] };

/** What is to be answered: the benchmark knows what is right. */
interface Echoed {
  readonly definition: string;
  readonly references: readonly { readonly uri: string; readonly range: typeof range }[];
}

connection.onInitialize(({ initializationOptions }) => {
  const { definition, path, count } = initializationOptions as { definition: string; path: string; count: number };
  answer = { definition, references: Array.from({ length: count }, () => ({ uri: path, range })) };
  return {
    capabilities: {
      textDocumentSync: 2,
      definitionProvider: true,
      hoverProvider: true,
      referencesProvider: true,
      workspaceSymbolProvider: true,
    },
  };
});
connection.onDefinition(() => [{ targetUri: answer.definition, targetRange: range, targetSelectionRange: range }]);
connection.onHover(() => ({
  contents: { kind: 'markdown', value: '**A title**\n\nA description of some words.' },
  range,
}));
connection.onReferences(() => [...answer.references]);
connection.onWorkspaceSymbol(() => [{ name: 'A title', kind: 1, location: { uri: answer.definition, range } }]);
connection.onDidChangeTextDocument(({ textDocument: { uri, version } }) => {
  void connection.sendDiagnostics({ uri, version, diagnostics: [{ range, message: 'Nobody knows it.', severity: 2 }] });
});
connection.listen();
