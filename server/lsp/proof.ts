import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import { atOnce, type FileEdits, nameAt } from '../core/index.ts';
import { fingerprint, type ProvenEdit, type ProvenFile } from '../protocol.ts';
import type { Corpus } from './corpus.ts';
import { Refusal } from './refusal.ts';
import { toRange } from './toProto.ts';

// Edits of the core to edits that travel. Each file is read once more, so that an edit is of the text as it is now.

/**
 * The edits with what proves them.
 *
 * @throws Refusal where a file is no longer the one that the edits are for.
 */
export function proven(corpus: Corpus, label: string, files: readonly FileEdits[]): ProvenEdit {
  return atOnce(proving(corpus, label, files));
}

/** The same in steps, a file each. */
export function* proving(corpus: Corpus, label: string, files: readonly FileEdits[]): Generator<void, ProvenEdit> {
  const checked: (ProvenFile | undefined)[] = [];
  for (const each of files) {
    checked.push(checkedFile(corpus, each));
    yield;
  }
  const movedOn = files.filter((_, at) => checked[at] === undefined);
  if (movedOn.length > 0) throw new Refusal(movedOnIn(movedOn.map(({ path }) => path)));
  return { label, files: checked as ProvenFile[] };
}

function checkedFile(corpus: Corpus, { path, edits }: FileEdits): ProvenFile | undefined {
  const document = corpus.documentAt(path);
  const text = corpus.textOf(path);
  if (!document || text === undefined || text.length !== document.length) return undefined;
  if (edits.some(({ span, before }) => nameAt(text, span) !== before)) return undefined;
  return {
    uri: corpus.uris.uriOf(path),
    version: corpus.versionOf(path) ?? null,
    fingerprint: fingerprint(text),
    edits: edits.map(({ span, after }) => ({
      range: toRange(document.lines, span),
      before: text.slice(span.start, span.end),
      after,
    })),
  };
}

/** What to say of files that are no longer as they were, by their paths. */
export function movedOnIn(paths: readonly string[]): string {
  const [first, ...others] = paths;
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  const verb = others.length === 0 ? 'has' : 'have';
  return `“${first}”${more} ${verb} changed meanwhile, so nothing was changed. Try again.`;
}

/** The same for clients that know the protocol only: open documents by their version. */
export function toWorkspaceEdit(corpus: Corpus, files: readonly FileEdits[]): WorkspaceEdit {
  const documentChanges = files.flatMap(({ path, edits }): TextDocumentEdit[] => {
    const document = corpus.documentAt(path);
    if (!document) return [];
    return [
      {
        textDocument: { uri: corpus.uris.uriOf(path), version: corpus.versionOf(path) ?? null },
        edits: edits.map(({ span, after }) => ({ range: toRange(document.lines, span), newText: after })),
      },
    ];
  });
  return { documentChanges };
}
