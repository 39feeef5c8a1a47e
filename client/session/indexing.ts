import type { ProgressToken } from 'vscode-languageclient';
import type { ProgressValue } from './options.ts';

/** Which pieces of work the server has begun and not ended. `changed` is called when it becomes busy or idle. */
export function watchProgress(changed: () => void) {
  const open = new Set<ProgressToken>();
  return {
    get busy(): boolean {
      return open.size > 0;
    },
    hear(token: ProgressToken, { kind }: ProgressValue): void {
      const before = open.size > 0;
      if (kind === 'end') open.delete(token);
      else open.add(token);
      if (before !== open.size > 0) changed();
    },
    /** A server that is gone ends nothing any more. */
    forget(): void {
      open.clear();
    },
  };
}
