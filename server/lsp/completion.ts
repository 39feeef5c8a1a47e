import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type CompletionParams,
  InsertTextMode,
  MarkupKind,
} from 'vscode-languageserver';
import * as core from '../core/index.ts';
import { fromPosition } from './fromProto.ts';
import type { Session } from './session.ts';
import { cardLine, cardText, KINDS, toRange } from './toProto.ts';

/**
 * Behind `[`, `(`, `#` and `/` another kind of answer begins. A space ends what an editor takes for the word that is completed,
 * and titles have many: without it the list would close at each one.
 */
export const TRIGGERS = ['[', '(', '#', '/', ' '];

/** What `resolveCompletion` needs to know of an item again. */
interface Data {
  /** Of the document that was typed in: it tells the corpus. */
  readonly uri: string;
  readonly path?: string;
  readonly missing?: string;
}

export function completion(session: Session, params: CompletionParams): CompletionList | null {
  const found = fromPosition(session, params);
  if (!found) return null;
  const { corpus, document, at } = found;
  const answer = core.completion(corpus.snapshot, at, corpus.settings.completion);
  if (answer.items.length === 0) return null;
  const text = corpus.textOf(at.path) ?? '';
  const { uri } = params.textDocument;
  const items = answer.items.map((item, nth): CompletionItem => {
    const range = toRange(document.lines, item.replaces);
    return {
      label: item.label,
      kind: ITEM_KINDS[item.what],
      labelDetails: { description: wordFor(item) },
      sortText: String(nth).padStart(4, '0'),
      // What stands there already: an editor that filters by it finds that all items fit, and keeps our order.
      filterText: text.slice(item.replaces.start, at.offset),
      textEdit: { range, newText: item.insert },
      ...(item.insert.includes('\n') && { insertTextMode: InsertTextMode.asIs }),
      data: dataOf(uri, item),
    };
  });
  return { isIncomplete: answer.isIncomplete, items };
}

const ITEM_KINDS: Readonly<Record<core.CompletionItem['what'], CompletionItemKind>> = {
  note: CompletionItemKind.Reference,
  inquiry: CompletionItemKind.Event,
  page: CompletionItemKind.File,
  missing: CompletionItemKind.Value,
  heading: CompletionItemKind.Text,
  file: CompletionItemKind.File,
};

function wordFor({ what, alias }: core.CompletionItem): string {
  const word = what === 'heading' || what === 'file' ? what : KINDS[what];
  return alias ? `${word} · alias` : word;
}

function dataOf(uri: string, { what, path, label }: core.CompletionItem): Data {
  return what === 'missing' ? { uri, missing: label } : { uri, ...(path !== undefined && { path }) };
}

/** Adds what is worth knowing of an item, when somebody looks at it. */
export function resolveCompletion(session: Session, item: CompletionItem): CompletionItem {
  const card = cardFor(session, item);
  if (!card) return item;
  return { ...item, detail: cardLine(card), documentation: { kind: MarkupKind.Markdown, value: cardText(card) } };
}

/** Undefined where the document is gone meanwhile, for a file that is none, and for what we never sent. */
function cardFor(session: Session, { data }: CompletionItem): core.Card | undefined {
  const { uri, path, missing } = (data ?? {}) as Partial<Data>;
  const snapshot = typeof uri === 'string' ? session.corpusOf(uri)?.snapshot : undefined;
  if (!snapshot) return undefined;
  if (typeof path === 'string') {
    const document = core.documentAt(snapshot, path);
    return document && core.cardOf(snapshot, document);
  }
  const name = typeof missing === 'string' ? core.nameOf(snapshot, missing) : undefined;
  return name === undefined ? undefined : core.cardOfMissing(snapshot, name, missing!);
}
