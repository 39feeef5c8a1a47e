import type { Document } from '../../index/document.ts';
import { type Resolved, resolvedReferencesOf } from '../../index/references.ts';
import { booksIn } from '../../index/sheet.ts';
import type { Snapshot } from '../../index/snapshot.ts';
import { type About, aboutOf } from '../../queries/books/account.ts';
import { bookFindings } from '../../queries/books/books.ts';
import { atOnce } from '../../steps.ts';
import type { Role } from '../../syntax/summary.ts';
import type { FileEdits, TextEdit } from '../edits.ts';
import { provenTitles, restoreTitles } from './lostTitles.ts';
import { carriedOut, type Desk, deskOf, type Plan, planned } from './plan.ts';
import { completeSources, sourcesDesk } from './sourcesList.ts';
import { completeUsers, usersDesk } from './usersList.ts';

/** What came of writing lists up. */
export interface Updated {
  /** By path; files in which all is as it should be are not among them. */
  readonly files: readonly FileEdits[];
  /** Documents of which some list could not be written so that it would be read as meant. */
  readonly left: readonly Document[];
}

/**
 * Writes up the lists of documents, each as it keeps them: Sources from what the body names, "Inquiring lines that use this note"
 * from the inquiries, titles that were lost and can be proven, and the numbers in headings. Nothing is guessed: see
 * `completeSources`, `completeUsers`, `provenTitles` and `countAfter`. Once done, there is nothing more to do.
 */
export function updateLists(snapshot: Snapshot, documents: readonly Document[]): Updated {
  return atOnce(updating(snapshot, documents));
}

/** The same in steps, a document each: whoever has other work does it between two. */
export function* updating(snapshot: Snapshot, documents: readonly Document[]): Generator<void, Updated> {
  const files: FileEdits[] = [];
  const left: Document[] = [];
  const write = (desk: Desk, plans: readonly Plan[]): boolean => {
    const edits = carriedOut(desk, plans);
    const some = edits ?? asFarAsPossible(desk, plans);
    if (some.length > 0) files.push({ path: desk.document.path, edits: some });
    if (!edits) left.push(desk.document);
    return edits !== undefined;
  };
  /** Who will be a user of a note, once the lists of the inquiries are written. */
  const users = new Map<About, Document[]>();
  for (const document of documents.filter(({ kind }) => kind === 'inquiry')) {
    yield;
    const references = unlessStraight(snapshot, document, false);
    const desk = references && deskOf(snapshot, document, references);
    if (references && !desk) left.push(document);
    else if (!desk) continue;
    else if (write(desk, ownPlans(desk, []))) {
      for (const about of sourcesToCome(desk)) users.set(about, [...(users.get(about) ?? []), document]);
    }
  }
  for (const document of documents.filter(({ kind }) => kind !== 'inquiry')) {
    yield;
    const others = users.get(document.id) ?? [];
    const references = unlessStraight(snapshot, document, others.length > 0);
    const desk = references && deskOf(snapshot, document, references);
    if (desk) write(desk, ownPlans(desk, others));
    else if (references) left.push(document);
  }
  return { files: files.sort((a, b) => (a.path < b.path ? -1 : 1)), left };
}

/** What a document refers to, where its lists may have to be written: told from columns alone, so that other texts are not read. */
function unlessStraight(snapshot: Snapshot, document: Document, hasNews: boolean): Resolved[] | undefined {
  if (booksIn(document.sheet).length === 0) return undefined;
  const references = resolvedReferencesOf(snapshot, document);
  return hasNews || bookFindings(snapshot, document, references).length > 0 ? references : undefined;
}

/** The edits of those lists that can be written, where one of them cannot. */
function asFarAsPossible(desk: Desk, plans: readonly Plan[]): readonly TextEdit[] {
  let good: readonly Plan[] = [];
  for (const plan of plans) if (carriedOut(desk, [...good, plan])) good = [...good, plan];
  return carriedOut(desk, good) ?? [];
}

/** All that one document's lists want, at most a plan for each section. */
function ownPlans(desk: Desk, others: readonly Document[]): Plan[] {
  const plans: Plan[] = [];
  const sources = sourcesDesk(desk);
  if (sources) {
    const proven = provenTitles(desk, sources);
    const isLost = sources.sources.listings.some(({ entry }) => entry.lost);
    plans.push(isLost ? restoreTitles(desk, sources, proven) : completeSources(desk, sources));
  }
  const users = usersDesk(desk);
  if (users) plans.push(completeUsers(desk, users, others));
  // The other lists keep their entries: only a number that lags behind is brought up.
  const times = new Map<Role, number>();
  for (const { role } of desk.read.sections) times.set(role, (times.get(role) ?? 0) + 1);
  desk.account.sections.forEach(({ role, entries }, section) => {
    if (times.get(role)! > 1 || plans.some((plan) => plan.section === section)) return;
    plans.push(
      planned(
        desk,
        section,
        entries.map((_, keep) => ({ keep })),
        false,
      ),
    );
  });
  return plans;
}

/** The notes that an inquiry's Sources will list and do not yet. */
function sourcesToCome(desk: Desk): About[] {
  const sources = sourcesDesk(desk);
  if (!sources) return [];
  const restored = provenTitles(desk, sources).map(({ names }) => names);
  const unlisted = sources.sources.unlisted.map(({ reference, resolution }) => aboutOf(reference, resolution));
  return [...restored, ...unlisted].filter((about) => typeof about === 'number');
}
