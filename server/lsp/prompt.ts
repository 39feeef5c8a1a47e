import type { CodeLens, InlayHint } from 'vscode-languageserver';
import * as core from '../core/index.ts';
import type { PromptResult, WritePromptResult } from '../protocol.ts';
import type { Corpus } from './corpus.ts';
import { type At, fromUri } from './fromProto.ts';
import { flagIn, optionalTextIn, ParamsError, textIn } from './params.ts';
import { proven } from './proof.ts';
import type { Session } from './session.ts';
import { toRange } from './toProto.ts';

// Research prompts: copied, with their sources or alone, and made. The core has no clock, so the month is told to it here.

export async function prompt(session: Session, params: unknown): Promise<PromptResult> {
  const uri = textIn(params, 'uri');
  const now = monthIn(params);
  const withSources = flagIn(params, 'withSources');
  const make = flagIn(params, 'make');
  const found = await freshened(session, uri, withSources || make);
  if (!found) return { refused: NO_DOCUMENT, canBeMade: false };
  const { corpus, document } = found;
  const { staleAfterMonths, markStale, maximumLength } = corpus.settings.prompt;
  const own = core.promptOf(corpus.snapshot, document)?.text;
  const made = own === undefined && make ? core.madePrompt(corpus.snapshot, document) : undefined;
  if (made && 'refused' in made) return { ...made, canBeMade: false };
  const text = own ?? made?.text;
  if (text === undefined) return withoutPrompt(found);
  const isMarked = markStale || withSources || own === undefined;
  const prompt = core.copied(text, {
    // A text with its sources is Markdown, whatever the document is.
    links: withSources || document.layout === 'markdown',
    ...(isMarked && { age: { now, staleAfter: staleAfterMonths } }),
  });
  return {
    title: document.title.text,
    text: withSources ? core.bundle(corpus.snapshot, document, prompt, maximumLength) : prompt,
  };
}

function withoutPrompt({ document }: At): PromptResult {
  const canBeMade = document.kind === 'inquiry';
  const refused = canBeMade
    ? `“${document.title.text}” has no research prompt yet.`
    : `“${document.title.text}” is no inquiring line, so it has no research prompt.`;
  return { refused, canBeMade };
}

export async function writePrompt(session: Session, params: unknown): Promise<WritePromptResult> {
  const found = await freshened(session, textIn(params, 'uri'), true);
  if (!found) return { refused: NO_DOCUMENT };
  const edits = core.newPrompt(found.corpus.snapshot, found.document);
  return 'refused' in edits ? edits : { edit: proven(found.corpus, 'Write Research Prompt', [edits]) };
}

const NO_DOCUMENT = 'This is no document of a corpus.';

/** The document as it is now: what the index says of closed files may be out of date. With the documents that it names, too. */
async function freshened(session: Session, uri: string, withNamed: boolean): Promise<At | undefined> {
  const found = fromUri(session, uri);
  if (!found) return undefined;
  const { corpus, document } = found;
  const named = withNamed ? core.resolvedReferencesOf(corpus.snapshot, document) : [];
  const targets = named.flatMap(({ resolution }) => (resolution.status === 'resolved' ? [resolution.target.path] : []));
  await session.freshen(corpus, [...new Set([document.path, ...targets])]);
  return fromUri(session, uri);
}

/** The month that it is for the reader, else for the server. */
function monthIn(params: unknown): core.YearMonth {
  const month = optionalTextIn(params, 'now');
  if (month !== undefined && !core.isMonth(month)) throw new ParamsError('“now” must be a month such as 2026-02');
  return month ?? thisMonth();
}

export function thisMonth(): core.YearMonth {
  const now = new Date();
  return core.monthOf(now.getFullYear(), now.getMonth() + 1)!;
}

/** Over a prompt: a click copies it, where the client has our commands; without them a lens would do nothing. */
export function promptLenses(session: Session, { corpus, document }: At): CodeLens[] {
  if (!session.commands) return [];
  const uri = corpus.uris.uriOf(document.path);
  return core.promptLenses(corpus.snapshot, document.path).flatMap(({ heading, isEmpty }) => {
    const { start } = toRange(document.lines, heading);
    const lens = (title: string, command: string): CodeLens => {
      return { range: { start, end: start }, command: { title, command, arguments: [uri] } };
    };
    if (isEmpty) return [lens('Write a prompt', 'noteCorpus.writePrompt')];
    return [
      lens('Copy prompt', 'noteCorpus.copyPrompt'),
      lens('Copy with its sources', 'noteCorpus.copyPromptWithSources'),
    ];
  });
}

/** Behind dates in a prompt that are old. */
export function staleHints(
  { corpus, document }: { corpus: Corpus; document: core.Document },
  within: core.Span,
): InlayHint[] {
  const staleAfter = corpus.settings.prompt.staleAfterMonths;
  const age = { now: thisMonth(), staleAfter };
  const months = staleAfter === 1 ? 'a month' : `${staleAfter} months`;
  return core.staleHints(corpus.snapshot, document.path, within, age).map(({ offset, month }) => ({
    position: core.positionAt(document.lines, offset),
    label: 'stale',
    paddingLeft: true,
    tooltip: `Of ${month}, so older than ${months} (setting noteCorpus.prompt.staleAfterMonths): verify that it still holds.`,
  }));
}
