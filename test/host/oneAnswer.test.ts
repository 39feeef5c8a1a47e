import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { BacklinksResult } from '../../server/protocol.ts';
import { corpus } from '../core/arbitraries.ts';
import { openEditor } from '../lsp/client.ts';
import { shell } from './console.ts';

// One model, five views: what the panel, the graph, the hover, the list of references and the command line say of who names whom.

interface Told {
  readonly path: string;
  readonly role: string;
  readonly target: string | null;
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
}

const corpora = fc.sample(corpus, { seed: Number(process.env.SEED ?? 20260101), numRuns: 6 });

for (const [nth, all] of corpora.entries()) {
  test(`generated corpus ${nth}: panel, graph, hover, references and command line agree`, async (t) => {
    const editor = await openEditor(t, '', { folders: [] });
    for (const each of all) if ('text' in each) editor.files.write(each.path, each.text);
    editor.files.write('index.md', '---\nkind: note\n---\n# Index of all of them\n');
    const event = { added: [editor.workspaceFolder('')], removed: [] };
    await editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
    const cli = (command: string) =>
      JSON.parse(shell(`note-corpus ${command} --format json`, editor.files.root).stdout);
    const references = (cli('references').references as Told[]).filter(
      ({ target, path }) => target !== null && target !== path,
    );
    const edges = cli('graph').edges as { source: string; target: string; count: number }[];
    const nodes = (cli('graph').nodes as { id: string; path: string | null }[]).filter(({ path }) => path !== null);
    assert.ok(nodes.length > 0);
    for (const { id, path } of nodes) {
      const uri = editor.uri(path!);
      const panel: BacklinksResult = await editor.ask('noteCorpus/backlinks', { uri });
      const citing = panel.groups.flatMap(({ rows }) => rows);
      const inPanel = citing.map((row) => `${editor.pathOf(row.uri)} ${row.places}`).sort();
      const counted = (pairs: readonly (readonly [string, number])[]): string[] => {
        const sums = new Map<string, number>();
        for (const [source, count] of pairs) sums.set(source, (sums.get(source) ?? 0) + count);
        return [...sums].map(([source, count]) => `${source} ${count}`).sort();
      };
      const named = references.filter(({ target }) => target === path);
      assert.deepEqual(inPanel, counted(named.map((each) => [each.path, 1])), `panel and references of ${path}`);
      const drawn = edges.filter(({ source, target }) => target === id && source !== id);
      assert.deepEqual(counted(drawn.map(({ source, count }) => [source, count])), inPanel, `graph of ${path}`);
      const near = await editor.ask('noteCorpus/graph', { uri, depth: 1, limit: 1000 });
      const live = (near.edges as { source: string; target: string; count: number }[]).filter(
        (each) => each.target === id && each.source !== id,
      );
      assert.deepEqual(counted(live.map(({ source, count }) => [source, count])), inPanel, `neighbourhood of ${path}`);
      const listed = cli(`backlinks ${JSON.stringify(path)}`);
      const inList = [...listed.inquiries, ...listed.notes]
        .map((each) => `${each.path} ${each.references.length}`)
        .sort();
      assert.deepEqual(inList, inPanel, `command line of ${path}`);
      const first = named[0];
      if (!first) continue;
      const at = { textDocument: { uri: editor.uri(first.path) }, position: first.range.start };
      const hover = await editor.ask('textDocument/hover', at);
      const [inquiries, notes] = [panel.inquiries, panel.total - panel.inquiries];
      const words = [
        inquiries && `${inquiries} inquiring line${inquiries === 1 ? '' : 's'}`,
        notes && `${notes} note${notes === 1 ? '' : 's'}`,
      ];
      assert.ok(hover.contents.value.includes(`used by ${words.filter(Boolean).join(' and ')}`), hover.contents.value);
      const places = await editor.ask('textDocument/references', { ...at, context: { includeDeclaration: false } });
      const others = places.filter((each: { uri: string }) => editor.pathOf(each.uri) !== path);
      assert.equal(others.length, named.length, `references of ${path}`);
    }
  });
}
