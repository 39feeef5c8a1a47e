import type { NameId } from '../../index/names.ts';
import { recordOf } from '../../index/snapshot.ts';
import type { Typed } from '../../index/typed.ts';
import { touches } from '../../text/span.ts';
import type { Here } from './here.ts';

/** Without the missing notes that only the place at the cursor names: what is just being typed is no title yet. */
export function withoutTyped(here: Here, found: readonly Typed[]): readonly Typed[] {
  const { snapshot, document, offset } = here;
  const typed = new Set<NameId>();
  for (let index = 0, count = document.writtenCount; index < count; index++) {
    const name = document.writtenName(index);
    if (name < 0 || !touches(document.written(index).whole, offset)) continue;
    const asked = recordOf(snapshot, name).asked.reduce((sum, { entries, wikilinks }) => sum + entries + wikilinks, 0);
    if (asked === 1) typed.add(name);
  }
  return typed.size === 0 ? found : found.filter((each) => 'document' in each || !typed.has(each.name));
}
