import {
  type ClientCapabilities,
  CodeLensRefreshRequest,
  type Connection,
  InlayHintRefreshRequest,
} from 'vscode-languageserver';
import type { Log } from './guard.ts';

/** How long nothing must have changed before what is shown in texts is made anew, in milliseconds: not while somebody types. */
const CALM = 400;

/**
 * Has the client ask again for what it shows in texts, where it can be told so: by whom a title is used depends on other
 * documents than the one that is on screen.
 */
export function refreshing(connection: Connection, client: () => ClientCapabilities, log: Log): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const { codeLens, inlayHint } = client().workspace ?? {};
      if (codeLens?.refreshSupport) connection.sendRequest(CodeLensRefreshRequest.type).catch(log.failed);
      if (inlayHint?.refreshSupport) connection.sendRequest(InlayHintRefreshRequest.type).catch(log.failed);
    }, CALM);
  };
}
