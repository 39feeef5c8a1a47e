import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Any } from '../bench/client.ts';
import { Editor } from './editor.ts';

/** How many changes there were is no answer, nor when a file was read that had just been written. */
const said = (key: string, value: unknown): unknown => (key === 'version' || key === 'modified' ? undefined : value);

/** So many documents are asked about. */
const MOST = 300;

/**
 * Starts another server on what is on the disk and open in the editor now, and asks both the same.
 *
 * @returns what they answer differently, in words; how many answers were compared
 */
export async function compareWithFresh(
  old: Editor,
  paths: readonly string[],
): Promise<{ asked: number; differ: string[] }> {
  const fresh = new Editor(old.root);
  await fresh.start();
  for (const [path, document] of old.open) fresh.show(path, document.getText());
  for (const editor of [old, fresh]) await editor.quiet();
  // A busy machine takes its time to tell all.
  for (let tries = 0; tries < 300 && !isDeepStrictEqual(old.findings, fresh.findings); tries++) await sleep(1000);
  const differ: string[] = [];
  let asked = 0;
  const compare = (what: string, a: Any, b: Any): void => {
    asked++;
    const [one, other] = [a, b].map((each) => JSON.stringify(each, said) ?? 'nothing') as [string, string];
    if (one === other) return;
    let from = 0;
    while (one[from] === other[from]) from++;
    const part = (text: string): string => text.slice(Math.max(0, from - 60), from + 100);
    differ.push(`${what}: …${part(one)}… instead of …${part(other)}…`);
  };
  const both = async (method: string, params: object): Promise<void> => {
    const answers = await Promise.all(
      [old, fresh].map(({ client }) => client.ask(method, params).catch(({ message }) => ({ message }))),
    );
    compare(`${method} ${JSON.stringify(params).slice(-80)}`, answers[0], answers[1]);
  };
  for (const uri of new Set([...old.findings.keys(), ...fresh.findings.keys()]))
    compare(`diagnostics ${uri.slice(-30)}`, old.findings.get(uri), fresh.findings.get(uri));
  await both('noteCorpus/status', {});
  await both('noteCorpus/stats', { limit: 1000 });
  await both('noteCorpus/missingNotes', { limit: 10_000 });
  await both('workspace/symbol', { query: 'why' });
  const step = Math.max(1, Math.floor(paths.length / MOST));
  for (let at = 0; at < paths.length; at += step) {
    const uri = old.uri(paths[at]!);
    for (const method of ['backlinks', 'graph']) await both(`noteCorpus/${method}`, { uri, depth: 1 });
    for (const method of ['documentLink', 'documentSymbol'])
      await both(`textDocument/${method}`, { textDocument: { uri } });
    const at0 = { textDocument: { uri }, position: { line: 0, character: 3 }, context: { includeDeclaration: true } };
    await both('textDocument/references', at0);
  }
  await fresh.client.end();
  return { asked, differ };
}
