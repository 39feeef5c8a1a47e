import { destinationLike } from '../index/destinations.ts';
import type { Document } from '../index/document.ts';
import { isNamed, isThere } from '../index/files.ts';
import type { NameId } from '../index/names.ts';
import { endsOf, fileNames, foldersOf, linkedPath, pathKey, withoutEnding } from '../index/paths.ts';
import { type Reference, referencesOf } from '../index/references.ts';
import { findTitle, resolve } from '../index/resolve.ts';
import { currentText, documentAt, documentOf, type Snapshot, usersOf } from '../index/snapshot.ts';
import { stemOf } from '../syntax/summarize.ts';
import type { WrittenReference } from '../syntax/summary.ts';
import { fold } from '../text/fold.ts';
import { type FileEdits, inTextOrder, type TextEdit } from './edits.ts';
import type { Move } from './moveTo.ts';
import { type Rewording, reworded, rewordingOf } from './rewording.ts';

/**
 * The edits that keep all links when files or folders move: destinations that lead to what moves, or from it, and wikilinks
 * and bare titles that name it by its file's name. They are of the texts as they are before the move, under their old paths.
 */
export function moveEdits(snapshot: Snapshot, moves: readonly Move[]): FileEdits[] {
  const plan = planOf(snapshot, moves);
  const files: FileEdits[] = [];
  for (const document of affected(snapshot, plan)) {
    const edits = inTextOrder([...ofPaths(snapshot, document, plan), ...ofNames(snapshot, document, plan)]);
    if (edits.length > 0) files.push({ path: document.path, edits });
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

interface Plan {
  /** Where what lies at a path will lie. */
  readonly moved: (path: string) => string;
  /** Paths of files that move, documents among them. */
  readonly paths: readonly string[];
  /** New words for documents that go by their file's name, by their numbers. */
  readonly wordings: ReadonlyMap<number, Rewording>;
  readonly names: ReadonlySet<NameId>;
}

function planOf(snapshot: Snapshot, moves: readonly Move[]): Plan {
  const targets = new Map(moves.map(({ from, to }) => [from, to]));
  const moved = (path: string): string => {
    // A file's own move counts before that of a folder around it.
    const from = [path, ...foldersOf(path)].find((each) => targets.has(each));
    return from === undefined ? path : targets.get(from)! + path.slice(from.length);
  };
  const paths = [...snapshot.files].filter((path) => moved(path) !== path);
  for (const [, document] of snapshot.documents)
    if (document && moved(document.path) !== document.path) paths.push(document.path);
  const names = new Set<NameId>();
  const wordings = new Map<number, Rewording>();
  for (const path of [...new Set([...paths, ...moves.map(({ from }) => from)])]) {
    for (const key of [
      pathKey(path),
      pathKey(withoutEnding(path)),
      ...[...fileNames(path), ...endsOf(path)].map(fold),
    ]) {
      const name = snapshot.keys.find(key);
      if (name !== undefined) names.add(name);
    }
    const document = documentAt(snapshot, path);
    if (document && stemOf(path) !== stemOf(moved(path))) {
      const wording = wordingFor(snapshot, document, moved(path));
      if (wording) wordings.set(document.id, wording);
    }
  }
  return { moved, paths: [...new Set(paths)], wordings, names };
}

/** A file's new name, as wikilinks are to say it: by the shortest end of its path that no other document answers to. */
function wordingFor(snapshot: Snapshot, document: Document, to: string): Rewording | undefined {
  const [old, title] = [stemOf(document.path), stemOf(to)];
  const target = endsOf(withoutEnding(to)).find((end) => isFree(snapshot, end, document));
  const wording = rewordingOf(snapshot, old, title, document);
  if (target === undefined || !wording) return undefined;
  const isAlone = target === title;
  return {
    ...wording,
    target,
    standsInProse: isAlone && wording.standsInProse,
    standsInLists: isAlone && wording.standsInLists,
  };
}

function isFree(snapshot: Snapshot, name: string, document: Document): boolean {
  const found = findTitle(snapshot, name);
  return found.status === 'dangling' || (found.status === 'resolved' && found.target.id === document.id);
}

function affected(snapshot: Snapshot, { paths, names }: Plan): Document[] {
  const documents = new Set<Document>();
  for (const path of paths) {
    const document = documentAt(snapshot, path);
    if (document) documents.add(document);
  }
  for (const id of usersOf(snapshot, names)) {
    const document = documentOf(snapshot, id);
    if (document) documents.add(document);
  }
  return [...documents];
}

/** Destinations of Markdown links, and wikilinks that say a path or a picture's name. */
function ofPaths(snapshot: Snapshot, document: Document, plan: Plan): TextEdit[] {
  const edits: TextEdit[] = [];
  for (let index = 0; index < document.writtenCount; index++) {
    const written = document.written(index);
    const after =
      written.form === 'link' ? linkAfter(snapshot, document, written, plan) : pictureAfter(snapshot, written, plan);
    if (after !== undefined && after !== written.text) edits.push({ span: written.span, before: written.text, after });
  }
  return edits;
}

function linkAfter(
  snapshot: Snapshot,
  { path }: Document,
  { text }: WrittenReference,
  { moved }: Plan,
): string | undefined {
  const linked = linkedPath(path, text);
  if (linked === undefined || linked === '') return undefined;
  const isNear = moved(path) !== path;
  const target = [linked, `${linked}.md`, `${linked}.markdown`].find((each) => documentAt(snapshot, each)) ?? linked;
  // A link that leads nowhere is left as it is.
  if (!documentAt(snapshot, target) && !isThere(snapshot.files, target)) return undefined;
  if (moved(target) === target && !isNear) return undefined;
  const to = moved(target);
  // Only the ending of Markdown can be left off.
  const said = target === linked || /\.txt$/i.test(to) ? to : withoutEnding(to);
  const slash = /\/(?=#|$)/.test(text) && !/\/$/.test(said) ? '/' : '';
  return destinationLike(text, moved(path), said + slash);
}

/** `![[oven.png]]`: as much of the new path as it says of the old one. */
function pictureAfter(
  snapshot: Snapshot,
  { form, text }: WrittenReference,
  { moved, paths }: Plan,
): string | undefined {
  if (form !== 'wikilink' || !/\.[a-z0-9]{1,5}$/i.test(text) || !isNamed(snapshot.files, text)) return undefined;
  const isIt = (path: string): boolean => path === text || path.endsWith(`/${text}`);
  const files = paths.filter((path) => isIt(path) && !documentAt(snapshot, path));
  if (files.length !== 1) return undefined;
  const to = moved(files[0]!).split('/');
  return to.slice(-text.split('/').length).join('/');
}

/** References that name a document by its file: all that changes with the file's name or place. */
function ofNames(snapshot: Snapshot, user: Document, { moved, wordings, names }: Plan): TextEdit[] {
  return referencesOf(snapshot, user, names).flatMap((reference) => {
    const resolution = reference.form === 'link' ? undefined : resolve(snapshot, reference);
    if (resolution?.status !== 'resolved' || !isByFile(resolution.target, reference)) return [];
    const { target } = resolution;
    const to = moved(target.path);
    if (to === target.path) return [];
    const isPath = reference.text.includes('/');
    const renamed = !isPath && endingAfter(snapshot, target, reference.text, to);
    if (renamed) return [{ span: reference.span, before: reference.text, after: renamed }];
    const wording = wordings.get(target.id);
    if (!isPath) return wording ? reworded(reference, wording, user.layout, () => currentText(snapshot, user)) : [];
    return [{ span: reference.span, before: reference.text, after: pathLike(reference.text, to) }];
  });
}

/** Whether a reference goes by the file's name or path, and not by a title that the text of the document gives. */
function isByFile(target: Document, { name, form }: Reference): boolean {
  const place = target.names.findIndex(({ key }) => key === name);
  if (place < 0) return form === 'wikilink';
  const { span } = target.title;
  return place === 0 && span.start === span.end;
}

/** `mud.md` for `mud.txt` where only the ending changes: with as much of the path as it takes to be told from all others. */
function endingAfter(snapshot: Snapshot, target: Document, written: string, to: string): string | undefined {
  if (withoutEnding(written) === written || stemOf(target.path) !== stemOf(to)) return undefined;
  return endsOf(to).find((end) => isFree(snapshot, end, target));
}

/** `soil/mud` for `notes/soil/mud.md`, as `earth/mud` was written: with its ending where that had one, and as long. */
function pathLike(written: string, to: string): string {
  const path = withoutEnding(written) === written ? withoutEnding(to) : to;
  const parts = path.split('/');
  return parts.slice(-Math.max(2, written.split('/').length)).join('/');
}
