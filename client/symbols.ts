import type { DocumentSymbol, SymbolInformation } from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { iconlessName } from './plain.ts';

/** Titles among symbols: in “Go to Symbol” VS Code would make icons of what looks like one (`Is $(zap) an animal?`). */
export const plainSymbols: Middleware = {
  provideDocumentSymbols: async (document, token, next) => {
    const symbols = await next(document, token);
    symbols?.forEach(makePlain);
    return symbols;
  },
  provideWorkspaceSymbols: async (query, token, next) => {
    const symbols = await next(query, token);
    symbols?.forEach(makePlain);
    return symbols;
  },
};

function makePlain(symbol: DocumentSymbol | SymbolInformation): void {
  symbol.name = iconlessName(symbol.name);
  if ('children' in symbol) symbol.children.forEach(makePlain);
}
