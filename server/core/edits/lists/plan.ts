import type { Document } from '../../index/document.ts';
import type { Resolved } from '../../index/references.ts';
import { currentText, type Snapshot } from '../../index/snapshot.ts';
import { summaryOf } from '../../index/summaries.ts';
import { brokenAnchor } from '../../queries/anchors.ts';
import { type About, type Account, aboutOf, accountOf, listed } from '../../queries/books/account.ts';
import { possibleReferences } from '../../queries/possible.ts';
import type { Role, Summary } from '../../syntax/summary.ts';
import { fold } from '../../text/fold.ts';
import { lineEndOf } from '../../text/lines.ts';
import { span } from '../../text/span.ts';
import { edited, inTextOrder, replaced, type TextEdit } from '../edits.ts';
import { sameDocument, sameMeanings } from '../rewrite.ts';
import { type Trial, trial } from '../trial.ts';
import { countAfter, countEdit } from './count.ts';
import { type List, listEdits, listIn, type Wanted } from './writeList.ts';

/** A document whose lists are to be written. */
export interface Desk {
  readonly snapshot: Snapshot;
  readonly document: Document;
  readonly text: string;
  readonly read: Summary;
  readonly account: Account;
}

/** Undefined where the text is gone, or is no longer the one that the index knows. */
export function deskOf(snapshot: Snapshot, document: Document, references?: readonly Resolved[]): Desk | undefined {
  const text = currentText(snapshot, document);
  const read = text === undefined ? undefined : summaryOf(snapshot, document);
  if (text === undefined || !read) return undefined;
  return { snapshot, document, text, read, account: accountOf(snapshot, document, references) };
}

/** The list of one of a document's sections, by its number. */
const listAt = ({ text, read, document }: Desk, section: number): List =>
  listIn(text, document.layout, read.sections[section]!);

/** The numbers of a document's sections with a role. */
export const sectionsOf = ({ read }: Desk, role: Role): number[] =>
  read.sections.flatMap((section, at) => (section.role === role ? [at] : []));

/** What a list is to hold. */
export interface Plan {
  /** The section's number in its document. */
  readonly section: number;
  readonly entries: readonly Planned[];
  /** The number in its heading; undefined where it stays. */
  readonly count?: number;
}

/**
 * An entry that stays, one that stays and gets its title back, or one that is new: how it is written (and how without a summary),
 * and what it must be read as.
 */
export type Planned =
  | { readonly keep: number }
  | { readonly keep: number; readonly lead: string; readonly names: About | string }
  | { readonly put: string; readonly names: About | string; readonly plainly?: string };

/** The plan for a list, with the number in its heading where that may be written (`countAfter`). */
export function planned(desk: Desk, section: number, entries: readonly Planned[], isWhole: boolean): Plan {
  const { entries: before, items, ...rest } = desk.read.sections[section]!;
  const isEmpty = (at: number): boolean => before[at]!.lost === true && !before[at]!.summary;
  const grown = entries.filter((each) => 'put' in each || !isEmpty(each.keep)).length;
  const after = items + grown - before.filter((_, at) => !isEmpty(at)).length;
  const count = countAfter({ ...rest, entries: before, items }, after, isWhole);
  return { section, entries, ...(count !== undefined && { count }) };
}

/**
 * The edits that carry plans out, where the corpus then reads the text as planned and all else as before; undefined where it
 * does not, or text would be lost. Empty where all is as planned.
 */
export function carriedOut(desk: Desk, plans: readonly Plan[]): TextEdit[] | undefined {
  const edits = written(desk, plans);
  if (edits || !plans.some(({ entries }) => entries.some((each) => 'plainly' in each))) return edits;
  return written(desk, plans.map(withoutSummaries));
}

/** What is said of a note may itself name something, and not be understood here. */
const withoutSummaries = (plan: Plan): Plan => ({
  ...plan,
  entries: plan.entries.map((each) => ('put' in each ? { ...each, put: each.plainly ?? each.put } : each)),
});

function written(desk: Desk, plans: readonly Plan[]): TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  for (const plan of plans) {
    const list = listAt(desk, plan.section);
    const inList = listEdits(
      list,
      plan.entries.map((each): Wanted => ('keep' in each ? each.keep : each.put)),
    );
    if (!inList) return undefined;
    for (const each of [...inList, ...leads(desk, plan)]) edits.push(each);
    if (plan.count !== undefined) edits.push(...countEdit(desk.text, list.section, plan.count));
  }
  const changes = inTextOrder(edits.filter(({ span, after }) => desk.text.slice(span.start, span.end) !== after));
  return changes.length === 0 || readsAsPlanned(desk, changes, plans) ? changes : undefined;
}

/** Titles in front of what was said without them. */
function leads({ text, read }: Desk, { section, entries }: Plan): TextEdit[] {
  return entries.flatMap((each) => {
    if (!('lead' in each)) return [];
    const { start } = read.sections[section]!.entries[each.keep]!.summary!;
    return [replaced(text, span(start, start), each.lead.replaceAll('\n', lineEndOf(text)))];
  });
}

function readsAsPlanned(desk: Desk, edits: readonly TextEdit[], plans: readonly Plan[]): boolean {
  const { snapshot, document, text, account } = desk;
  const read = trial(snapshot, document.path, edited(text, edits));
  if (!read || !sameDocument(document, read.document)) return false;
  const after = accountOf(snapshot, read.document, read.references);
  if (after.sections.length !== account.sections.length || !sameBody(account, read)) return false;
  if (unclear(snapshot, read.document, read.references) > unclear(snapshot, document, account.references)) return false;
  return account.sections.every((_, at) => {
    const plan = plans.find(({ section }) => section === at);
    const before = entriesOf(snapshot, account, at);
    const now = entriesOf(snapshot, after, at);
    const entries = plan?.entries ?? before.map((_, keep): Planned => ({ keep }));
    const isCounted = plan?.count === undefined || after.sections[at]!.declared?.count === plan.count;
    return (
      isCounted &&
      now.length === entries.length &&
      entries.every((each, index) => {
        if (!('names' in each)) return now[index]!.says === before[each.keep]!.says;
        if ('keep' in each && now[index]!.said !== before[each.keep]!.said) return false;
        return typeof each.names === 'number'
          ? now[index]!.about === each.names
          : now[index]!.title === fold(each.names);
      })
    );
  });
}

/** How much in a document is not understood: what several documents answer to, leads to no file or heading, or may be a title. */
export function unclear(snapshot: Snapshot, document: Document, references: readonly Resolved[]): number {
  const wrong = references.filter((each) => {
    const { status } = each.resolution;
    if (status === 'resolved') return brokenAnchor(snapshot, each) !== undefined;
    return status === 'ambiguous' || each.reference.form === 'link';
  });
  return wrong.length + possibleReferences(snapshot, document, references).length;
}

/** Whether what is said outside of lists leads where it led. */
function sameBody(account: Account, { references }: Trial): boolean {
  const isBody = ({ reference }: Resolved): boolean => reference.role === 'body';
  return sameMeanings(account.references.filter(isBody), references.filter(isBody));
}

/** What tells each entry of a section from others: what it names, and its summary. */
function entriesOf(snapshot: Snapshot, { document, sections }: Account, section: number) {
  return sections[section]!.entries.map((entry) => {
    const { about, reference, resolution } = listed(snapshot, document, entry);
    const names = reference && resolution ? `${aboutOf(reference, resolution) ?? reference.text}` : '';
    return {
      about,
      said: entry.said,
      title: reference && fold(reference.text),
      says: `${names} ${entry.said ?? ''} ${entry.lost}`,
    };
  });
}
