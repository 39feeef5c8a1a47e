import type { Row } from '../measure.ts';
import { usageOf } from '../usage.ts';

/** After all that was asked, typed and changed before this row. */
export const memory: Row = async ({ client, peer }, _plan, book) => {
  const usage = usageOf(client.process.pid!);
  if (usage) book.record('peak memory of the whole session, MB', peer.name, [usage.peakMegabytes]);
};
