import type { CompletionItem, DocumentSymbol, SymbolInformation } from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { iconlessName } from './plain.ts';

/** Titles in “Go to Symbol” and among completions, where VS Code would make icons of what looks like one (`Is $(zap) an animal?`). */
export const plainNames: Middleware = {
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
  provideCompletionItem: async (document, position, context, token, next) => {
    const found = await next(document, position, context, token);
    for (const item of Array.isArray(found) ? found : (found?.items ?? [])) labelPlainly(item);
    return found;
  },
};

function makePlain(symbol: DocumentSymbol | SymbolInformation): void {
  symbol.name = iconlessName(symbol.name);
  if ('children' in symbol) symbol.children.forEach(makePlain);
}

/** What is typed is still looked for in the title as it is, and what is written is that. */
function labelPlainly(item: CompletionItem): void {
  const { label, detail = '', description = '' } = typeof item.label === 'string' ? { label: item.label } : item.label;
  if (!`${label}${detail}${description}`.includes('$(')) return;
  item.filterText ??= label;
  item.insertText ??= label;
  item.label = {
    label: iconlessName(label),
    ...(detail && { detail: iconlessName(detail) }),
    ...(description && { description: iconlessName(description) }),
  };
}
