import type { Snapshot } from '../../index/snapshot.ts';
import type { Typed } from '../../index/typed.ts';
import type { Role } from '../../syntax/summary.ts';
import { oneLine } from '../../text/fold.ts';
import { descriptionOf } from '../hover.ts';
import { saidElsewhere } from '../said.ts';
import type { Here } from './here.ts';

/**
 * What a list says of a title: of a source what other inquiries say, who all say the same (CORPUS.md, "Facts"); else the note's
 * own description.
 */
export function saidOf(here: Here, typed: Typed, role: Role): string | undefined {
  const { snapshot, document } = here;
  const names = 'document' in typed ? typed.document.names.map(({ key }) => key) : [typed.name];
  const said = (role === 'sources' ? saidElsewhere(snapshot, names, document) : undefined) ?? ownWords(snapshot, typed);
  if (said === undefined || said.trim() === '') return undefined;
  // A spaced text may break its lines; elsewhere each line is something of its own.
  return document.layout === 'spaced' && !/\n\s*\n/.test(said) ? said : oneLine(said);
}

const ownWords = (snapshot: Snapshot, typed: Typed): string | undefined =>
  'document' in typed ? descriptionOf(snapshot, typed.document) : undefined;
