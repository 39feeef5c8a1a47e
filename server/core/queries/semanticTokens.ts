import type { Document } from '../index/document.ts';
import { type Reference, referencesOf } from '../index/references.ts';
import { type Resolution, resolve } from '../index/resolve.ts';
import { currentText, documentAt, type Snapshot } from '../index/snapshot.ts';
import { lineAt } from '../text/lines.ts';
import { piecesOf } from '../text/pieces.ts';
import { overlaps, type Span } from '../text/span.ts';

/**
 * What a title in a text is, beyond that: `declaration` where the document has it itself, `missing` where no document has it,
 * `ambiguous` where several have, `inquiry` where it is that of an inquiry.
 */
export type TokenModifier = 'declaration' | 'missing' | 'ambiguous' | 'inquiry';

/** A title in a text, or a part of it that stands on a line of its own. */
export interface TitleToken {
  readonly span: Span;
  readonly modifiers: readonly TokenModifier[];
}

/**
 * The titles in a document, its own among them: in text order, without overlap, none over the end of a line. Undefined where
 * the path is no document.
 *
 * @param within only those that have a part in it.
 */
export function semanticTokens(snapshot: Snapshot, path: string, within?: Span): TitleToken[] | undefined {
  const document = documentAt(snapshot, path);
  if (!document) return undefined;
  const isWanted = (at: Span): boolean => within === undefined || overlaps(at, within);
  const references = referencesOf(snapshot, document);
  const wanted = references.filter((each) => isWanted(each.span));
  const found = wanted.flatMap((each): TitleToken[] => {
    const modifiers = modifiersOf(document, each, resolve(snapshot, each));
    return modifiers ? [{ span: each.span, modifiers }] : [];
  });
  // Its line holds no references, whatever stands there: `# All about [[Why mud sticks]]`.
  const own = document.title.span;
  if (own.start < own.end && isWanted(own)) {
    found.push({ span: own, modifiers: document.kind === 'inquiry' ? ['declaration', 'inquiry'] : ['declaration'] });
    found.sort((a, b) => a.span.start - b.span.start);
  }
  return onLines(snapshot, document, found, isWanted);
}

/** Undefined for what has its colour already: a Markdown link that leads somewhere. */
function modifiersOf(
  { layout }: Document,
  { form }: Reference,
  resolution: Resolution,
): readonly TokenModifier[] | undefined {
  switch (resolution.status) {
    case 'dangling':
      return ['missing'];
    case 'ambiguous':
      return ['ambiguous'];
    default:
      if (form === 'link' && layout === 'markdown') return undefined;
      return resolution.target.kind === 'inquiry' ? ['inquiry'] : [];
  }
}

/** Nearly all titles stand on one line: the text is read only where one is wrapped. */
function onLines(
  snapshot: Snapshot,
  document: Document,
  tokens: readonly TitleToken[],
  isWanted: (at: Span) => boolean,
): TitleToken[] {
  const { lines } = document;
  let text: string | undefined;
  return tokens.flatMap((token) => {
    const { span, modifiers } = token;
    if (lineAt(lines, span.start) === lineAt(lines, span.end)) return [token];
    text ??= currentText(snapshot, document);
    if (text === undefined) return [];
    return piecesOf(text, lines, span)
      .filter(isWanted)
      .map((span) => ({ span, modifiers }));
  });
}
