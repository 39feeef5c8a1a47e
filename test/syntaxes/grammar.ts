import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

// The editor's own reader of grammars, which is installed for the end-to-end tests (test/setup.mjs).

/** A stretch of a line, and the scopes that it has beside the grammar's own. */
export interface Scoped {
  readonly text: string;
  readonly start: number;
  readonly scopes: readonly string[];
}

export type Scopes = (text: string) => Scoped[][];

const root = new URL('../../', import.meta.url);
const { contributes } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));

/** Loads a grammar of the manifest; answers how it scopes a text, line by line, as an editor does. */
export async function loadGrammar(scopeName: string): Promise<Scopes> {
  const require = createRequire(new URL('test/e2e/package.json', root));
  const textmate = require('vscode-textmate');
  const oniguruma = require('vscode-oniguruma');
  await oniguruma.loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns: string[]) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text: string) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (name: string) => {
      const found = contributes.grammars.find((each: { scopeName: string }) => each.scopeName === name);
      return found ? JSON.parse(readFileSync(new URL(found.path, root), 'utf8')) : null;
    },
  });
  const grammar = await registry.loadGrammar(scopeName);
  return (text) => {
    let state = textmate.INITIAL;
    return text.split('\n').map((line) => {
      const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
      state = ruleStack;
      return tokens.map(
        ({ startIndex, endIndex, scopes }: { startIndex: number; endIndex: number; scopes: string[] }) => ({
          text: line.slice(startIndex, endIndex),
          start: startIndex,
          scopes: scopes.slice(1),
        }),
      );
    });
  };
}
