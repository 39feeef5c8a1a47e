import { registerHooks } from 'node:module';

// Import this before modules of the client, and import those by `await import(…)`: they get ./vscode.ts for `vscode`.

const vscode = new URL('./vscode.ts', import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'vscode' ? { url: vscode, shortCircuit: true } : next(specifier, context),
});
