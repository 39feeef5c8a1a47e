import { type InputBoxOptions, window } from 'vscode';
import type { NewDocument, NewDocumentResult } from '../../server/protocol.ts';
import { unlinked } from '../plain.ts';
import { warn } from '../say.ts';

const noAnswer = 'Note Corpus does not answer just now. Its log may tell why.';

/** The answer to a title, or why there is none, in words. */
export type Answer = (title: string) => Promise<NewDocumentResult | undefined>;

/** A title that was accepted, and the document that it makes. */
export interface Accepted {
  readonly title: string;
  readonly made: NewDocument;
}

/**
 * Asks for a title, and says while it is typed why it cannot be one. Undefined where the reader cancelled, or it cannot be one any
 * more.
 */
export async function askTitle(options: InputBoxOptions, answer: Answer): Promise<Accepted | undefined> {
  const title = await window.showInputBox({
    ...options,
    ignoreFocusOut: true,
    validateInput: async (typed) => {
      const result = await answer(typed);
      return result === undefined ? noAnswer : 'refused' in result ? unlinked(result.refused) : undefined;
    },
  });
  if (title === undefined) return undefined;
  const made = orSay(await answer(title));
  return made && { title, made };
}

/** The document; where there is none, the reader is told why. */
export function orSay(result: NewDocumentResult | undefined): NewDocument | undefined {
  if (result && !('refused' in result)) return result;
  void warn(result?.refused ?? noAnswer);
  return undefined;
}
