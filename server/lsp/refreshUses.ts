import {
  type ClientCapabilities,
  CodeLensRefreshRequest,
  type Connection,
  InlayHintRefreshRequest,
} from 'vscode-languageserver';
import type { Log } from './guard.ts';
import type { Session } from './session.ts';

/** How long nothing must have changed before what is shown in texts is made anew, in milliseconds: not while somebody types. */
const CALM = 400;

/**
 * Has the client ask again for what it shows in texts, where it can be told so: by whom a title is used depends on other
 * documents than the one that is on screen.
 */
export function refreshUses(
  connection: Connection,
  session: Session,
  client: () => ClientCapabilities,
  log: Log,
): void {
  const refresh = (): void => {
    const { codeLens, inlayHint } = client().workspace ?? {};
    if (codeLens?.refreshSupport) connection.sendRequest(CodeLensRefreshRequest.type).catch(log.failed);
    if (inlayHint?.refreshSupport) connection.sendRequest(InlayHintRefreshRequest.type).catch(log.failed);
  };
  let calm: ReturnType<typeof setTimeout> | undefined;
  session.whenChanged.add(() => {
    clearTimeout(calm);
    calm = setTimeout(() => void session.ready().then(refresh), CALM);
  });
}
