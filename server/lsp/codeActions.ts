import {
  type ClientCapabilities,
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  type Diagnostic,
  type Range,
} from 'vscode-languageserver';
import { type Document, fillOffer, type Offer, offers, offsetAt, type Span, sourceOffers } from '../core/index.ts';
import { type ActionData, carriedOut } from './codeActionResolve.ts';
import type { Corpus } from './corpus.ts';
import { fromUri } from './fromProto.ts';
import { ignoreActions } from './ignoreActions.ts';
import { Refusal } from './refusal.ts';
import type { Session } from './session.ts';
import { toRange } from './toProto.ts';

/** What a client does with code actions (LSP 3.17, "CodeActionClientCapabilities"). */
export interface ActionAbilities {
  /** It takes edits that name the version they are for: without, nothing that we offer could be made sure of. */
  readonly takes: boolean;
  /** It lets the server make files. */
  readonly creates: boolean;
  /** It asks for the edit of an action when somebody wants it. */
  readonly asksLater: boolean;
}

export function actionAbilities({ textDocument, workspace }: ClientCapabilities): ActionAbilities {
  const { codeActionLiteralSupport, dataSupport, resolveSupport } = textDocument?.codeAction ?? {};
  return {
    takes: codeActionLiteralSupport !== undefined && workspace?.workspaceEdit?.documentChanges === true,
    creates: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    asksLater: dataSupport === true && resolveSupport?.properties.includes('edit') === true,
  };
}

/** What kinds of actions there are. Those of a whole document are made when they are asked for by kind. */
export const ACTION_KINDS = {
  mend: CodeActionKind.QuickFix,
  rewrite: CodeActionKind.RefactorRewrite,
  fixAll: 'source.fixAll.noteCorpus',
  updateLists: 'source.noteCorpus.updateLists',
  bracketAll: 'source.noteCorpus.linkAll',
  bareAll: 'source.noteCorpus.unlinkAll',
  fillNext: 'source.noteCorpus.fillNext',
} as const;

export function codeActions(session: Session, { textDocument, range, context }: CodeActionParams): CodeAction[] {
  const found = fromUri(session, textDocument.uri);
  if (!found || !session.actions.takes) return [];
  const { corpus, document } = found;
  const at = spanOf(corpus, document, range);
  const wants = wanting(context);
  const wantsRewrites = wants(ACTION_KINDS.rewrite) && isAskedFor(context, range);
  const here = offers(corpus.snapshot, document, at, wantsRewrites).filter(({ mends }) =>
    wants(mends ? ACTION_KINDS.mend : ACTION_KINDS.rewrite),
  );
  const version = corpus.versionOf(document.path) ?? null;
  const toAction = (offer: Offer, kind: string): CodeAction => ({
    title: offer.label,
    kind,
    ...(offer.mends && { diagnostics: mended(document, offer, context.diagnostics) }),
    ...(offer.preferred && { isPreferred: true }),
    data: { uri: textDocument.uri, version, what: offer.what } satisfies ActionData,
  });
  const lazy = [
    ...here.map((offer) => toAction(offer, offer.mends ? ACTION_KINDS.mend : ACTION_KINDS.rewrite)),
    ...fillOffers(corpus, document, context, at, wantsRewrites).map(({ offer, kind }) => toAction(offer, kind)),
    ...wholeOffers(corpus, document, context, here).map(({ offer, kind }) => toAction(offer, kind)),
  ];
  const actions = session.actions.asksLater ? lazy : lazy.flatMap((action) => atOnce(session, action));
  return wants(ACTION_KINDS.mend) ? [...actions, ...ignoreActions(session, corpus, document, at, context)] : actions;
}

function spanOf(corpus: Corpus, document: Document, { start, end }: Range): Span {
  const text = corpus.textOf(document.path) ?? '';
  return { start: offsetAt(text, document.lines, start), end: offsetAt(text, document.lines, end) };
}

/** Whether the client wants actions of a kind (LSP, "CodeActionContext.only"): those of a source only where it says so. */
function wanting({ only }: CodeActionContext): (kind: string) => boolean {
  return (kind) => {
    if (!only) return !kind.startsWith('source');
    return only.some((each) => each === '' || kind === each || kind.startsWith(`${each}.`));
  };
}

/** Whether somebody opened the menu: other ways to write what is right are no reason for a light bulb at each cursor. */
function isAskedFor({ only, triggerKind }: CodeActionContext, { start, end }: Range): boolean {
  const isEmpty = start.line === end.line && start.character === end.character;
  return only !== undefined || triggerKind !== CodeActionTriggerKind.Automatic || !isEmpty;
}

/** To write what an inquiring line may lead on to: for whoever asks for it, or opens the menu in that section. */
function fillOffers(
  { snapshot }: Corpus,
  document: Document,
  context: CodeActionContext,
  at: Span,
  wantsRewrites: boolean,
): { offer: Offer; kind: string }[] {
  const isWanted = wanting(context)(ACTION_KINDS.fillNext);
  const offer = isWanted || wantsRewrites ? fillOffer(snapshot, document, isWanted ? undefined : at) : undefined;
  return offer ? [{ offer, kind: isWanted ? ACTION_KINDS.fillNext : ACTION_KINDS.rewrite }] : [];
}

/** What can be done about the whole document: for whoever asks for it, or for the same at the place in question. */
function wholeOffers(
  corpus: Corpus,
  document: Document,
  context: CodeActionContext,
  here: readonly Offer[],
): { offer: Offer; kind: string }[] {
  const wants = wanting(context);
  const isHere = (what: string): boolean => here.some((each) => each.what.do === what);
  const kindOf = ({ what }: Offer): string | undefined => {
    if (what.do === 'update-lists') return wants(ACTION_KINDS.updateLists) ? ACTION_KINDS.updateLists : undefined;
    if (what.do === 'mend-all') return wants(ACTION_KINDS.fixAll) ? ACTION_KINDS.fixAll : undefined;
    const isBracket = what.do === 'bracket-all';
    const kind = isBracket ? ACTION_KINDS.bracketAll : ACTION_KINDS.bareAll;
    if (wants(kind)) return kind;
    return isHere(isBracket ? 'bracket' : 'bare') ? ACTION_KINDS.rewrite : undefined;
  };
  const mayWant =
    context.only?.some((each) => each === '' || each.startsWith('source')) || isHere('bracket') || isHere('bare');
  if (!mayWant) return [];
  return sourceOffers(corpus.snapshot, document).flatMap((offer) => {
    const kind = kindOf(offer);
    return kind === undefined ? [] : [{ offer, kind }];
  });
}

/** The findings of the client that an action mends. */
function mended(document: Document, { mends, whole }: Offer, diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const { start, end } = toRange(document.lines, whole);
  const isBefore = (a: Range['start'], b: Range['start']): boolean =>
    a.line < b.line || (a.line === b.line && a.character < b.character);
  return diagnostics.filter(
    ({ source, code, range }) =>
      source === 'note-corpus' && code === mends && isBefore(range.start, end) && isBefore(start, range.end),
  );
}

/** The action with its edit; none where it cannot be done. */
function atOnce(session: Session, action: CodeAction): CodeAction[] {
  try {
    const { data: _, ...done } = carriedOut(session, action);
    return [done];
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}
