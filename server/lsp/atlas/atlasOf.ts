import * as core from '../../core/index.ts';
import { type Atlas, nodeRadius } from '../../protocol.ts';
import { toAtlas } from './encode.ts';

/**
 * The whole graph of a corpus, arranged, in one go: for a program that has nothing else to do. The same corpus gives the same
 * bytes.
 */
export function atlasOf(snapshot: core.Snapshot): Atlas {
  const columns = new core.GraphColumns();
  core.atOnce(columns.follow(snapshot, []));
  const arrangement = core.atOnce(core.arrange(core.atOnce(core.toArrange(columns, nodeRadius))));
  return core.atOnce(toAtlas(1, columns, core.standingOf(arrangement)));
}
