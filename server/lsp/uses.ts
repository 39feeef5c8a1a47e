import type { CodeLens, CodeLensParams, InlayHint, InlayHintParams } from 'vscode-languageserver';
import * as core from '../core/index.ts';
import { fromRange, fromUri } from './fromProto.ts';
import { textIn } from './params.ts';
import { promptLenses, staleHints } from './prompt.ts';
import type { Session } from './session.ts';
import { toCodeLens, toInlayHint, toMarkup, toRange } from './toProto.ts';
import { Turns } from './turns.ts';

// Who uses a title, said in the text itself: over it, and behind the entries of lists. With what is said of prompts.

/** The command of our client that lists all places that name what stands at a place. */
const PEEK = 'noteCorpus.peekReferences';

export function codeLenses(session: Session, { textDocument: { uri } }: CodeLensParams): CodeLens[] {
  const found = fromUri(session, uri);
  if (!found?.corpus.settings.codeLens) return [];
  const { corpus, document } = found;
  const spans = core.codeLenses(corpus.snapshot, document.path);
  const lenses = spans.map((span): CodeLens => ({ range: toRange(document.lines, span), data: { uri } }));
  return [...lenses, ...promptLenses(session, found)];
}

/** Says who uses the title; a click shows them, where the client has our commands. */
export function resolveCodeLens(session: Session, lens: CodeLens): CodeLens {
  if (lens.command) return lens;
  const uri = textIn(lens.data, 'uri');
  const found = fromUri(session, uri);
  const uses = found ? core.usesOf(found.corpus.snapshot, found.document) : { inquiries: 0, notes: 0 };
  return toCodeLens(lens, uri, uses, session.commands ? PEEK : '');
}

export async function inlayHints(session: Session, params: InlayHintParams): Promise<InlayHint[]> {
  const found = fromRange(session, params);
  if (!found?.corpus.settings.inlayHints) return [];
  const { corpus, document, within } = found;
  const hints: InlayHint[] = staleHints(found, within);
  // A list may name notes that thousands use: a keystroke does not wait for all of them.
  const turns = new Turns();
  for (const hint of core.inlayHints(corpus.snapshot, document.path, within)) {
    hints.push(toInlayHint(corpus, document.lines, hint));
    await turns.give();
  }
  return hints;
}

/** Adds what the pointer is told: it takes a look into the file that is named. */
export function resolveInlayHint(session: Session, hint: InlayHint): InlayHint {
  if (hint.tooltip !== undefined) return hint;
  const found = fromUri(session, textIn(hint.data, 'uri'));
  return found ? { ...hint, tooltip: toMarkup([core.cardOf(found.corpus.snapshot, found.document)]) } : hint;
}
