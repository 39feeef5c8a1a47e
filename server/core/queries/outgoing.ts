import type { Document } from '../index/document.ts';
import { commonSpelling } from '../index/names.ts';
import { type Reference, type Resolved, resolvedReferencesOf } from '../index/references.ts';
import { recordOf, type Snapshot } from '../index/snapshot.ts';
import type { Role } from '../syntax/summary.ts';
import { ROLES_IN_ORDER } from './places.ts';

/** What a document names, in one role. */
export interface Named {
  /** As its document has it; that of a missing note as most write it; else as it is written here. */
  readonly title: string;
  /** `broken`: a link to a file that is not there. */
  readonly status: 'resolved' | 'ambiguous' | 'missing' | 'broken';
  /** The document, or all that may be meant. */
  readonly targets: readonly Document[];
  /** In text order; never none. */
  readonly references: readonly Reference[];
}

export interface NamedInRole {
  readonly role: Role;
  /** In the order in which they are first named: that of the list, in a list. */
  readonly named: readonly Named[];
}

/** What a document names, by role: its sources first. Itself it does not name. */
export function outgoing(snapshot: Snapshot, document: Document): NamedInRole[] {
  const byRole = new Map<Role, Map<string, Resolved[]>>();
  for (const resolved of resolvedReferencesOf(snapshot, document)) {
    const { reference, resolution } = resolved;
    if (resolution.status === 'resolved' && resolution.target === document) continue;
    const named = byRole.get(reference.role) ?? new Map<string, Resolved[]>();
    byRole.set(reference.role, named);
    const key = keyOf(resolved);
    const places = named.get(key);
    if (places) places.push(resolved);
    else named.set(key, [resolved]);
  }
  return ROLES_IN_ORDER.flatMap((role) => {
    const named = byRole.get(role);
    return named ? [{ role, named: Array.from(named.values(), (places) => toNamed(snapshot, places)) }] : [];
  });
}

/** What a reference is about: the document, the missing note, or the text that may mean several. */
function keyOf({ reference: { form, name, text }, resolution }: Resolved): string {
  if (resolution.status === 'resolved') return `${resolution.target.id}`;
  if (resolution.status === 'ambiguous') return `?${resolution.targets.map(({ id }) => id).join()}`;
  return form === 'link' ? `/${name} ${text}` : `!${name}`;
}

function toNamed(snapshot: Snapshot, places: readonly Resolved[]): Named {
  const { reference, resolution } = places[0]!;
  const references = places.map((each) => each.reference);
  if (resolution.status === 'resolved')
    return { title: resolution.target.title.text, status: 'resolved', targets: [resolution.target], references };
  if (resolution.status === 'ambiguous')
    return { title: reference.text, status: 'ambiguous', targets: resolution.targets, references };
  if (reference.form === 'link') return { title: reference.text, status: 'broken', targets: [], references };
  const title = commonSpelling(recordOf(snapshot, reference.name), snapshot.spellings) ?? reference.text;
  return { title, status: 'missing', targets: [], references };
}
