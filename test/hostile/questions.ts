import type { Document, Snapshot } from '../../server/core/index.ts';
import * as core from '../../server/core/index.ts';

/** Everything that an editor asks by itself, or somebody with a click, of one document. */
export type Question = (snapshot: Snapshot, document: Document, text: string, places: readonly number[]) => unknown;

const AGE: core.Age = { now: '2026-06' as core.YearMonth, staleAfter: 12 };
const COMPLETION: core.CompletionOptions = { form: 'wikilink', prose: true };
/** So many of the things that are offered are done. */
const DONE = 6;

const ended = <T>(steps: Generator<unknown, T>): T => {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
};
const whole = (text: string): core.Span => ({ start: 0, end: text.length });
const at = (document: Document, offset: number): core.FilePosition => ({ path: document.path, offset });
const each =
  (ask: (snapshot: Snapshot, at: core.FilePosition) => unknown): Question =>
  (snapshot, document, _, places) =>
    places.map((offset) => ask(snapshot, at(document, offset)));

export const QUESTIONS: Readonly<Record<string, Question>> = {
  diagnostics: (snapshot, document) => core.diagnostics(snapshot, document),
  semanticTokens: (snapshot, { path }) => core.semanticTokens(snapshot, path),
  foldingRanges: (snapshot, { path }) => core.foldingRanges(snapshot, path),
  documentSymbols: (snapshot, { path }) => core.documentSymbols(snapshot, path),
  documentLinks: (snapshot, { path }) => core.documentLinks(snapshot, path),
  selectionRanges: (snapshot, { path }, _, places) => core.selectionRanges(snapshot, path, places),
  inlayHints: (snapshot, { path }, text) => [...core.inlayHints(snapshot, path, whole(text))],
  codeLenses: (snapshot, { path }) => core.codeLenses(snapshot, path),
  promptLenses: (snapshot, { path }) => core.promptLenses(snapshot, path),
  staleHints: (snapshot, { path }, text) => core.staleHints(snapshot, path, whole(text), AGE),
  references: (snapshot, document) => core.resolvedReferencesOf(snapshot, document),
  backlinks: (snapshot, document) => core.declaredUsers(snapshot, document),
  relations: (snapshot, document) => core.relationsOf(snapshot, document),
  related: (snapshot, document) => core.related(snapshot, document, 9),
  nextLines: (snapshot, document) => core.nextLines(snapshot, document),
  graph: (snapshot) => core.graph(snapshot),
  missingNotes: (snapshot) => core.missingNotes(snapshot),
  workspaceSymbols: (snapshot, _, text) => core.workspaceSymbols(snapshot, text.slice(0, 20)),
  hover: each(core.hover),
  definition: each(core.definition),
  documentHighlights: each(core.documentHighlights),
  linkedEditing: each(core.linkedEditing),
  provenance: each(core.provenance),
  completion: each((snapshot, place) => core.completion(snapshot, place, COMPLETION)),
  renameTarget: each(core.renameTarget),
  sentences: (_snapshot, _document, text, places) =>
    places.map((offset) => core.sentenceAround(text, { start: offset, end: Math.min(text.length, offset + 1) }, 100)),
  prompt: (snapshot, document) => {
    const prompt = core.promptOf(snapshot, document);
    return prompt && core.bundle(snapshot, document, core.copied(prompt.text, { age: AGE, links: true }), 10_000);
  },
  rename: (snapshot, document) => {
    const offset = document.title.span.start;
    return core.rename(snapshot, at(document, offset), 'Zebras at night', { keepAlias: true, moves: true });
  },
  move: (snapshot, { path }) => core.moveEdits(snapshot, [{ from: path, to: `moved/${path}` }]),
  offers: (snapshot, document, text) =>
    core
      .offers(snapshot, document, whole(text), true)
      .slice(0, DONE)
      .map(({ what }) => what.do !== 'create' && core.carryOut(snapshot, document, what)),
  sourceOffers: (snapshot, document) =>
    core
      .sourceOffers(snapshot, document)
      .map(({ what }) => what.do !== 'create' && core.carryOut(snapshot, document, what)),
  updateLists: (snapshot, document) => core.updateLists(snapshot, [document]),
  fillNext: (snapshot, document) => core.fillNext(snapshot, document),
  newPrompt: (snapshot, document) => core.newPrompt(snapshot, document),
  convert: (snapshot, document) =>
    (['markdown', 'spaced', 'dense'] as const).map((to) =>
      ended(core.convert(snapshot, [document], to, { wikilinks: true, proven: false })),
    ),
  stats: (snapshot) => ended(core.statsOf(snapshot, 10)),
};
