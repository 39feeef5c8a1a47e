import { stemOf } from '../syntax/summarize.ts';
import { fold } from '../text/fold.ts';
import type { Document } from './document.ts';
import { isNamed } from './files.ts';
import type { DocumentId, NameId, NameRecord } from './names.ts';
import { fileNames, pathKey, pathOf, withoutEnding } from './paths.ts';
import type { Reference } from './references.ts';
import { byPath, documentAt, documentOf, nameOf, recordOf, type Snapshot } from './snapshot.ts';

/** What a reference leads to. More than one candidate is never silently one of them. */
export type Resolution =
  | { readonly status: 'resolved'; readonly target: Document }
  | { readonly status: 'ambiguous'; readonly targets: readonly Document[] }
  | { readonly status: 'dangling' };

const DANGLING: Resolution = { status: 'dangling' };

/**
 * Resolves a reference (CORPUS.md, "Resolution"): exact title, then alias, then folded title or alias, then, for
 * wikilinks, file stem or path suffix. The first level that has a candidate decides. A link's path is exact.
 */
export function resolve(snapshot: Snapshot, reference: Pick<Reference, 'form' | 'name' | 'text'>): Resolution {
  if (reference.form === 'link') return resolvePath(snapshot, pathOf(snapshot.keys.string(reference.name)));
  const byTitle = resolveTitle(snapshot, recordOf(snapshot, reference.name), reference.text);
  if (byTitle.status !== 'dangling' || reference.form !== 'wikilink') return byTitle;
  return among(snapshot, filesNamed(snapshot, reference.name));
}

/** What a title leads to that somebody types: as a wikilink to it would, by its file's name too. */
export function findTitle(snapshot: Snapshot, title: string): Resolution {
  const name = nameOf(snapshot, title);
  if (name === undefined) return among(snapshot, filesCalled(snapshot, fold(title)));
  return resolve(snapshot, { form: 'wikilink', name, text: title });
}

function resolveTitle(snapshot: Snapshot, record: NameRecord, text: string): Resolution {
  const { definers } = record;
  // One document has the name: whatever the spelling, it is meant.
  if (definers.length === 1) return among(snapshot, [definers[0]!.document]);
  const exact = definers.filter(({ spelling }) => snapshot.spellings.string(spelling) === text);
  const titles = exact.filter((each) => !each.alias);
  const level = titles.length ? titles : exact.length ? exact : definers;
  return among(
    snapshot,
    level.map((each) => each.document),
  );
}

/** `[mud](mud.md)`, and `[mud](mud)` as documentation sites write it. */
export function resolvePath(snapshot: Snapshot, path: string): Resolution {
  const target =
    documentAt(snapshot, path) ?? documentAt(snapshot, `${path}.md`) ?? documentAt(snapshot, `${path}.markdown`);
  return target ? { status: 'resolved', target } : DANGLING;
}

function among(snapshot: Snapshot, ids: readonly DocumentId[]): Resolution {
  if (ids.length === 0) return DANGLING;
  if (ids.length === 1) {
    const target = documentOf(snapshot, ids[0]!);
    return target ? { status: 'resolved', target } : DANGLING;
  }
  const targets = [...new Set(ids)].map((id) => documentOf(snapshot, id)).filter((each) => each !== undefined);
  if (targets.length > 1) return { status: 'ambiguous', targets: targets.sort(byPath) };
  return targets[0] ? { status: 'resolved', target: targets[0] } : DANGLING;
}

/**
 * The documents whose file a wikilink may mean: all with that stem, or with that end of the path. The whole path beats
 * the end of a longer one.
 */
export function filesNamed(snapshot: Snapshot, name: NameId): readonly DocumentId[] {
  const key = snapshot.keys.string(name);
  // Neither a path nor an ending: then it is a stem, or none.
  return /[./]/.test(key) ? filesCalled(snapshot, key) : [...recordOf(snapshot, name).files];
}

function filesCalled(snapshot: Snapshot, key: string): readonly DocumentId[] {
  const hasEnding = withoutEnding(key) !== key;
  const stem = snapshot.keys.find(fold(stemOf(key)));
  const candidates = stem === undefined ? [] : [...recordOf(snapshot, stem).files];
  if (!hasEnding && !key.includes('/')) return candidates;
  const path = (id: DocumentId): string => {
    const written = snapshot.paths.string(id);
    return fold(hasEnding ? written : withoutEnding(written));
  };
  const whole = candidates.filter((id) => path(id) === key);
  return whole.length > 0 ? whole : candidates.filter((id) => path(id).endsWith(`/${key}`));
}

/** Whether some document names this, other than by having it as its title. */
export function isUsed({ asked, definers, users }: NameRecord): boolean {
  if (asked.length > 0) return true;
  for (const user of users) if (!definers.some((each) => each.document === user)) return true;
  return false;
}

/** All names that a document answers to: titles and aliases, its path, and what wikilinks may call its file. */
export function namesOf(snapshot: Snapshot, document: Document): Set<NameId> {
  const { path } = document;
  const keys = [pathKey(path), pathKey(withoutEnding(path)), ...fileNames(path).map(fold)];
  const files = keys.map((key) => snapshot.keys.find(key)).filter((name) => name !== undefined);
  return new Set([...document.names.map(({ key }) => key), ...files]);
}

/**
 * Whether bare mentions of a name are references: a document has it, or somebody asks for it (CORPUS.md: "A title is
 * *known* …").
 */
export function isKnown(snapshot: Snapshot, name: NameId): boolean {
  const record = recordOf(snapshot, name);
  return record.definers.length > 0 || isAskedFor(snapshot, name, record);
}

/** Whether a name is that of a missing note: some reference dangles by it. */
export function isMissing(snapshot: Snapshot, name: NameId): boolean {
  const record = recordOf(snapshot, name);
  return record.definers.length === 0 && isAskedFor(snapshot, name, record);
}

/** Whether an entry names it, or a wikilink that finds no file of any kind. */
function isAskedFor(snapshot: Snapshot, name: NameId, { asked }: NameRecord): boolean {
  let wikilinks = false;
  for (const { spelling, entries } of asked) {
    if (entries > 0) return true;
    wikilinks ||= !isEmbedded(snapshot, snapshot.spellings.string(spelling));
  }
  return wikilinks && filesNamed(snapshot, name).length === 0;
}

/** Whether a wikilink by this text shows a file that is no document: `![[oven.png]]`. */
export function isEmbedded({ files }: Snapshot, text: string): boolean {
  return /\.[a-z0-9]{1,5}$/i.test(text) && isNamed(files, text);
}
