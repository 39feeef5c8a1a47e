import { type ClientCapabilities, type Connection, SemanticTokensRefreshRequest } from 'vscode-languageserver';
import type { Corpus } from './corpus.ts';
import type { Log } from './guard.ts';
import type { Session } from './session.ts';

/** How long after the last change the client is asked to colour its texts again, in milliseconds: it asks for all that it shows. */
const CALM = 250;

/**
 * Has the client ask for tokens again where what it was told of open documents holds no more for what changed elsewhere: a
 * title came or went, a folder was read anew or is a corpus now. For its own edits of a document it asks by itself.
 */
export function refreshTokens(
  connection: Connection,
  session: Session,
  client: () => ClientCapabilities,
  log: Log,
): void {
  /** Those that answered when this was last looked at; undefined until the first are read, for which all questions wait. */
  let known: ReadonlySet<Corpus> | undefined;
  let calm: ReturnType<typeof setTimeout> | undefined;

  const look = (): void => {
    const corpora = new Set(session.corpora);
    const isSwayed = [...corpora].map((corpus) => corpus.takeSwayed()).includes(true);
    const areOthers = known !== undefined && !isSame(known, corpora);
    known = corpora;
    if (isSwayed || areOthers) connection.sendRequest(SemanticTokensRefreshRequest.type).catch(log.failed);
  };

  session.whenChanged.add(() => {
    if (client().workspace?.semanticTokens?.refreshSupport !== true) return;
    clearTimeout(calm);
    calm = setTimeout(() => void session.ready().then(look).catch(log.failed), CALM);
  });
}

const isSame = (a: ReadonlySet<Corpus>, b: ReadonlySet<Corpus>): boolean =>
  a.size === b.size && [...a].every((corpus) => b.has(corpus));
