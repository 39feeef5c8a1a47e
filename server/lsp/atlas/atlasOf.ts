import * as core from '../../core/index.ts';
import { type Atlas, nodeRadius } from '../../protocol.ts';
import { toAtlas } from './encode.ts';

/**
 * The whole graph of a corpus, arranged, in one go: for a program that has nothing else to do. The same corpus gives the same
 * bytes.
 */
export function atlasOf(snapshot: core.Snapshot): Atlas {
  const columns = new core.GraphColumns();
  for (const _ of columns.follow(snapshot, []));
  const steps = core.arrange(core.toArrange(columns, nodeRadius));
  for (;;) {
    const step = steps.next();
    if (step.done) return toAtlas(1, columns, step.value);
  }
}
