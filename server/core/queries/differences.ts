import type { Document } from '../index/document.ts';
import { type Resolved, resolvedReferencesOf } from '../index/references.ts';
import { documentAt, documentsOf, type Snapshot } from '../index/snapshot.ts';
import { summaryOf } from '../index/summaries.ts';
import { positionAt } from '../text/lines.ts';
import { backlinksOf } from './backlinks.ts';
import { diagnostics } from './diagnostics.ts';
import { missingNotes } from './missingNotes.ts';
import { usesOf } from './uses.ts';

/**
 * In what two snapshots of the same files answer otherwise, in words, a line each: the first `most` of it. In steps, a document
 * each. None holds a word of a text: paths, places and kinds only.
 *
 * Numbers by which an index calls things are its own, and no difference.
 */
export function* differencesBetween(now: Snapshot, anew: Snapshot, most: number): Generator<void, string[]> {
  const found: string[] = [];
  const paths = new Set([...documentsOf(now), ...documentsOf(anew)].map(({ path }) => path));
  for (const path of paths) {
    yield;
    const [ours, theirs] = [documentAt(now, path), documentAt(anew, path)];
    if (ours && theirs) found.push(...inDocument([now, ours], [anew, theirs]));
    else found.push(`“${path}” is ${ours ? 'a document' : 'no document'}, and would be ${ours ? 'none' : 'one'}`);
    if (found.length >= most) return found.slice(0, most);
  }
  const files = (snapshot: Snapshot): unknown => [...snapshot.files].sort();
  if (isOther(files(now), files(anew))) found.push('other files are there');
  const missing = (snapshot: Snapshot): unknown => missingNotes(snapshot).map(({ name: _, ...note }) => note);
  if (now.missing !== anew.missing) found.push(`${now.missing} notes are missing, and ${anew.missing} would be`);
  else if (isOther(missing(now), missing(anew))) found.push('other notes are missing');
  return found.slice(0, most);
}

type In = readonly [Snapshot, Document];

function inDocument([now, ours]: In, [anew, theirs]: In): string[] {
  const found: string[] = [];
  const tell = (what: string): void => void found.push(`“${ours.path}”: ${what}`);
  const same = (what: string, of: (snapshot: Snapshot, document: Document) => unknown): boolean => {
    const isSame = !isOther(of(now, ours), of(anew, theirs));
    if (!isSame) tell(what);
    return isSame;
  };
  same('another title', (_, { title, kind, layout }) => [title, kind, layout]);
  same('read otherwise', (snapshot, document) => summaryOf(snapshot, document));
  const [before, after] = [resolvedReferencesOf(now, ours), resolvedReferencesOf(anew, theirs)];
  const at = before.findIndex((each, nth) => isOther(saidBy(each), after[nth] && saidBy(after[nth])));
  const odd = at < 0 && after.length > before.length ? after[before.length] : undefined;
  if (at >= 0) tell(`${inWords(ours, before[at]!)}, and would be ${after[at] ? inWords(theirs, after[at]) : 'none'}`);
  if (odd) tell(`no reference is known that would be ${inWords(theirs, odd)}`);
  // What follows from the references is no news where they differ.
  if (at >= 0 || odd) return found;
  same('other findings', (snapshot, document) => diagnostics(snapshot, document));
  same('used by others', (snapshot, document) =>
    backlinksOf(snapshot, document).map(({ document: by, references }) => [
      by.path,
      references.map(({ span }) => span),
    ]),
  );
  same('used another number of times', (snapshot, document) => usesOf(snapshot, document));
  return found;
}

/** A reference with what it leads to, without numbers of the index. */
function saidBy({ reference: { name: _, ...reference }, resolution }: Resolved): unknown {
  return [reference, resolution.status, targetsOf(resolution)];
}

function targetsOf(resolution: Resolved['resolution']): string[] {
  if (resolution.status === 'dangling') return [];
  return resolution.status === 'resolved' ? [resolution.target.path] : resolution.targets.map(({ path }) => path);
}

/** `a mention in line 3 that leads to “mud.md”`. */
function inWords({ lines }: Document, { reference: { form, span }, resolution }: Resolved): string {
  const { line, character } = positionAt(lines, span.start);
  const targets = targetsOf(resolution).map((path) => `“${path}”`);
  const where = `line ${line + 1}, character ${character + 1}`;
  return `${form} in ${where} that leads to ${targets.length === 0 ? 'nothing' : targets.join(' or ')}`;
}

/** Plain data of the core: spans, texts, numbers, and typed arrays. */
const isOther = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) !== JSON.stringify(b ?? null);
