import type { Document } from '../index/document.ts';
import type { DocumentId } from '../index/names.ts';
import { type Resolved, resolvedReferencesOf } from '../index/references.ts';
import type { Resolution } from '../index/resolve.ts';
import { byPath, type Snapshot } from '../index/snapshot.ts';
import type { Form, Kind, Layout, Role } from '../syntax/summary.ts';
import { diagnostics } from './diagnostics.ts';
import { type Disagreement, disagreementsIn } from './disagreements.ts';
import { firstOf } from './firstOf.ts';
import { type MissingNote, rankedMissing, tellWanted, type Wanted } from './missingNotes.ts';
import type { Uses } from './uses.ts';

export type Status = Resolution['status'];

/** References by what they lead to. */
export type Tally = Readonly<Record<Status, number>>;

/** The first of many, and how many there are in all. */
export interface Some<T> {
  readonly total: number;
  readonly first: readonly T[];
}

/** A document that is not an inquiry, and how many other documents name it. */
export interface Used extends Uses {
  readonly document: Document;
}

/** A corpus in numbers. */
export interface Stats {
  readonly documents: number;
  readonly kinds: Readonly<Record<Kind, number>>;
  readonly layouts: Readonly<Record<Layout, number>>;
  readonly references: number;
  readonly forms: Readonly<Record<Form, Tally>>;
  readonly roles: Readonly<Record<Role, Tally>>;
  /** Notes and pages that most inquiries name, then most others; by path where that is equal. */
  readonly mostUsed: Some<Used>;
  /** Documents that nobody names, and that name nobody. By path, as those that follow. */
  readonly orphans: Some<Document>;
  /** Notes that no inquiry names. */
  readonly unused: Some<Document>;
  readonly missing: Some<MissingNote>;
  /** Inquiries whose sources disagree. */
  readonly disagreeing: Some<Disagreeing>;
}

/** An inquiry, and in what its sources disagree. */
export interface Disagreeing {
  readonly document: Document;
  readonly findings: readonly Disagreement[];
}

/**
 * Counts a whole corpus, a document a step: whoever has other work does it between two.
 *
 * @param most so many of each list are told
 */
export function* statsOf(snapshot: Snapshot, most: number): Generator<void, Stats> {
  const count = new Count();
  const all: Document[] = [];
  const disagreeing: Disagreeing[] = [];
  for (const [, document] of snapshot.documents) {
    if (!document) continue;
    all.push(document);
    count.add(document, resolvedReferencesOf(snapshot, document));
    yield;
    if (document.kind !== 'inquiry') continue;
    const findings = disagreementsIn(diagnostics(snapshot, document));
    if (findings.length > 0) disagreeing.push({ document, findings });
    yield;
  }
  const { uses, connected, wanted, layouts, references, forms, roles } = count;
  const used = all.flatMap((document): Used[] => {
    const own = document.kind === 'inquiry' ? undefined : uses.get(document.id);
    return own ? [{ document, ...own }] : [];
  });
  yield;
  const orphans = all.filter(({ id }) => !connected.has(id));
  const unused = all.filter(({ id, kind }) => kind === 'note' && !uses.get(id)?.inquiries);
  yield;
  const missing = rankedMissing(snapshot, wanted, most);
  yield;
  return {
    documents: all.length,
    kinds: snapshot.kinds,
    layouts,
    references,
    forms,
    roles,
    mostUsed: { total: used.length, first: firstOf(used, byUse, most) },
    orphans: { total: orphans.length, first: firstOf(orphans, byPath, most) },
    unused: { total: unused.length, first: firstOf(unused, byPath, most) },
    missing: { total: wanted.size, first: missing },
    disagreeing: {
      total: disagreeing.length,
      first: firstOf(disagreeing, (a, b) => byPath(a.document, b.document), most),
    },
  };
}

const byUse = (a: Used, b: Used): number =>
  b.inquiries - a.inquiries || b.notes - a.notes || byPath(a.document, b.document);

const tally = (): Record<Status, number> => ({ resolved: 0, dangling: 0, ambiguous: 0 });

/** What is counted while the documents are gone through. */
class Count {
  readonly layouts: Record<Layout, number> = { spaced: 0, dense: 0, markdown: 0 };
  references = 0;
  readonly forms = { mention: tally(), wikilink: tally(), link: tally(), entry: tally() } satisfies Record<Form, Tally>;
  readonly roles: Record<Role, Record<Status, number>> = {
    body: tally(),
    sources: tally(),
    'used-by': tally(),
    related: tally(),
    papers: tally(),
    prompt: tally(),
    next: tally(),
    'original-title': tally(),
  };
  /** By how many documents each is named, itself not counted: as many as `usesOf` says. */
  readonly uses = new Map<DocumentId, { inquiries: number; notes: number }>();
  /** Documents that name others or missing notes, or are named. All that an ambiguous title may mean are. */
  readonly connected = new Set<DocumentId>();
  readonly wanted: Wanted = new Map();

  add(document: Document, resolved: readonly Resolved[]): void {
    const { id, kind, layout } = document;
    this.layouts[layout]++;
    this.references += resolved.length;
    const named = new Set<DocumentId>();
    for (const { reference, resolution } of resolved) {
      this.forms[reference.form][resolution.status]++;
      this.roles[reference.role][resolution.status]++;
      if (resolution.status === 'resolved') named.add(resolution.target.id);
      else if (resolution.status === 'ambiguous') for (const each of resolution.targets) this.connected.add(each.id);
      if (resolution.status !== 'resolved' && reference.form !== 'link') this.connected.add(id);
    }
    named.delete(id);
    for (const target of named) {
      this.connected.add(target).add(id);
      const uses = this.uses.get(target) ?? { inquiries: 0, notes: 0 };
      this.uses.set(target, uses);
      if (kind === 'inquiry') uses.inquiries++;
      else uses.notes++;
    }
    tellWanted(this.wanted, kind, resolved);
  }
}
