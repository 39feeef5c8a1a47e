import { type ClientCapabilities, type Connection, SemanticTokensRefreshRequest } from 'vscode-languageserver';
import type { Corpus } from './corpus.ts';
import type { Log } from './guard.ts';
import type { Session } from './session.ts';
import type { ToldTokens } from './tokens.ts';

/** How long after the last change the client is asked to colour its texts again, in milliseconds: it asks for all that it shows. */
const CALM = 250;

/**
 * Has the client ask for tokens again where what it was told of open documents holds no more for what changed elsewhere: a
 * title came or went, a folder was read anew or is a corpus now. For its own edits of a document it asks by itself.
 */
export function refreshTokens(
  connection: Connection,
  session: Session,
  told: ToldTokens,
  client: () => ClientCapabilities,
  log: Log,
): void {
  /** Whether each folder that was read was a corpus when it was last looked at. */
  const known = new WeakMap<Corpus, boolean | undefined>();
  let isDue = false;
  let calm: ReturnType<typeof setTimeout> | undefined;

  /** Changes are applied by now, or there is time to: not while the message that tells of one is read. */
  const look = (): void => {
    for (const corpus of session.allCorpora) {
      const { isCorpus } = corpus;
      const before = known.get(corpus);
      const isSwayed = corpus.takeSwayed();
      isDue ||= isSwayed || (before !== undefined && before !== isCorpus);
      known.set(corpus, isCorpus);
    }
    if (isDue) connection.sendRequest(SemanticTokensRefreshRequest.type).catch(log.failed);
    isDue = false;
  };

  session.onChanged = () => {
    if (client().workspace?.semanticTokens?.refreshSupport !== true) return;
    for (const corpus of session.allCorpora) {
      if (known.has(corpus)) continue;
      known.set(corpus, undefined);
      // What is asked while the first corpora are read is answered from them.
      isDue ||= told.any;
    }
    clearTimeout(calm);
    calm = setTimeout(() => {
      try {
        look();
      } catch (error) {
        log.failed(error);
      }
    }, CALM);
  };
}
