import type { Document } from '../../index/document.ts';
import { commonSpelling } from '../../index/names.ts';
import { resolvedReferencesOf } from '../../index/references.ts';
import { recordOf } from '../../index/snapshot.ts';
import type { Typed } from '../../index/typed.ts';
import type { Role } from '../../syntax/summary.ts';
import { eachBacklink } from '../backlinks.ts';
import type { Here } from './here.ts';
import { MOST } from './items.ts';

/**
 * What a list still lacks, for whoever has typed nothing yet: for sources what the body names, in that order (CORPUS.md: "the order
 * of Sources = the order of first mention in the body"); for a note's users the inquiries that name it. The other lists lack nothing that could be told.
 */
export function unlisted(here: Here, role: Role): Typed[] {
  if (role === 'sources') return mentioned(here);
  return role === 'used-by' ? users(here) : [];
}

function mentioned(here: Here): Typed[] {
  const { snapshot, document } = here;
  const references = resolvedReferencesOf(snapshot, document);
  const met = new Set<string>();
  const found: Typed[] = [];
  for (const { reference, resolution } of references.filter((each) => each.reference.role === 'sources')) {
    met.add(resolution.status === 'resolved' ? resolution.target.path : `\0${reference.name}`);
  }
  for (const { reference, resolution } of references) {
    const id = resolution.status === 'resolved' ? resolution.target.path : `\0${reference.name}`;
    if (reference.role !== 'body' || met.has(id)) continue;
    met.add(id);
    if (resolution.status === 'resolved') found.push(titleOf(here, resolution.target));
    else if (resolution.status === 'dangling' && reference.form !== 'link') {
      const text = commonSpelling(recordOf(snapshot, reference.name), snapshot.spellings) ?? reference.text;
      found.push({ text, key: snapshot.keys.string(reference.name), name: reference.name });
    }
  }
  return found;
}

function users(here: Here): Typed[] {
  const { snapshot, document } = here;
  const listed = new Set(
    resolvedReferencesOf(snapshot, document).flatMap(({ reference, resolution }) =>
      reference.role === 'used-by' && resolution.status === 'resolved' ? [resolution.target.id] : [],
    ),
  );
  const found: Typed[] = [];
  for (const { document: user } of eachBacklink(snapshot, document)) {
    if (user.kind === 'inquiry' && !listed.has(user.id)) found.push(titleOf(here, user));
    if (found.length === MOST) break;
  }
  return found;
}

function titleOf({ snapshot }: Here, document: Document): Typed {
  const [{ key, spelling }] = document.names as [(typeof document.names)[0]];
  const text = snapshot.spellings.string(spelling);
  return { text, key: snapshot.keys.string(key), alias: false, stem: false, document };
}
