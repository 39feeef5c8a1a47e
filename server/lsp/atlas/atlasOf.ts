import * as core from '../../core/index.ts';
import { type Atlas, nodeRadius } from '../../protocol.ts';
import { toAtlas } from './encode.ts';

/**
 * The whole graph of a corpus, arranged, in one go: for a program that has nothing else to do. The same corpus gives the same
 * bytes.
 */
export function atlasOf(snapshot: core.Snapshot): Atlas {
  const columns = new core.GraphColumns();
  finished(columns.follow(snapshot, []));
  const arrangement = finished(core.arrange(finished(core.toArrange(columns, nodeRadius))));
  return finished(toAtlas(1, columns, core.standingOf(arrangement)));
}

function finished<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
