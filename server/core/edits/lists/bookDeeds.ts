import type { Document } from '../../index/document.ts';
import { documentOf, type Snapshot } from '../../index/snapshot.ts';
import { listings } from '../../queries/books/account.ts';
import type { FileEdits, TextEdit } from '../edits.ts';
import { countEdit } from './count.ts';
import { provenTitles, restoreTitles } from './lostTitles.ts';
import { carriedOut, type Desk, deskOf, type Plan, planned } from './plan.ts';
import { addSource, orderSources, removeSource, type SourcesDesk, sourcesDesk } from './sourcesList.ts';
import { saySo } from './summaries.ts';
import { updateLists } from './updateLists.ts';
import { completeUsers, type UsersDesk, usersDesk, usersPlan } from './usersList.ts';

/**
 * What can be done about a document's lists, as plain data. `at` is where the title begins that it is about, for `restore-title` and
 * `drop-entry` where the entry does, for `set-count` the number, for `use-summary` the summary; `said` tells which summary (`wordsHash`).
 */
export type BookDeed =
  | SourceDeed
  | UserDeed
  | { readonly do: 'set-count' | 'drop-entry'; readonly at: number }
  | { readonly do: 'use-summary'; readonly at: number; readonly said: number }
  | { readonly do: 'update-lists' };

type SourceDeed =
  | { readonly do: 'list-source' | 'unlist-source' | 'restore-title'; readonly at: number }
  | { readonly do: 'restore-titles' | 'order-sources' };

/** `path` is that of one inquiry that is to be listed. */
type UserDeed =
  | { readonly do: 'unlist-user'; readonly at: number }
  | { readonly do: 'list-users' }
  | { readonly do: 'list-user'; readonly path: string };

const BOOK_DEEDS: readonly string[] = [
  'list-source',
  'unlist-source',
  'list-users',
  'list-user',
  'unlist-user',
  'set-count',
  'restore-title',
  'restore-titles',
  'drop-entry',
  'use-summary',
  'order-sources',
  'update-lists',
] satisfies BookDeed['do'][];

export const isBookDeed = (deed: { readonly do: string }): deed is BookDeed => BOOK_DEEDS.includes(deed.do);

/**
 * The edits that do it, of the document first. Where a source comes or goes, the list of the note at the other end goes with it. Empty
 * where it cannot be done so that the corpus reads it as meant.
 */
export function bookEdits(snapshot: Snapshot, document: Document, deed: BookDeed): FileEdits[] {
  if (deed.do === 'update-lists') return [...updateLists(snapshot, [document]).files];
  const desk = deskOf(snapshot, document);
  if (!desk) return [];
  const { path } = document;
  const alone = (edits: readonly TextEdit[] | undefined): FileEdits[] => (edits?.length ? [{ path, edits }] : []);
  const inPlan = (plan: Plan | undefined): FileEdits[] => (plan ? alone(carriedOut(desk, [plan])) : []);
  switch (deed.do) {
    case 'set-count':
      return alone(counted(desk, deed.at));
    case 'drop-entry':
      return inPlan(dropped(desk, deed.at));
    case 'use-summary':
      return alone(saySo(desk, deed.at, deed.said));
    case 'list-users':
    case 'list-user':
    case 'unlist-user': {
      const users = usersDesk(desk);
      return inPlan(users && userPlan(desk, users, deed));
    }
    default:
      return sourceEdits(desk, deed);
  }
}

function userPlan(desk: Desk, users: UsersDesk, deed: UserDeed): Plan {
  if (deed.do === 'list-users') return completeUsers(desk, users, []);
  if (deed.do === 'unlist-user') return usersPlan(desk, users, [], (at) => at === deed.at);
  const come = users.usedBy.missing.filter(({ path }) => path === deed.path);
  return usersPlan(desk, users, come, () => false);
}

function sourceEdits(desk: Desk, deed: SourceDeed): FileEdits[] {
  const sources = sourcesDesk(desk);
  const plan = sources && planOf(desk, sources, deed);
  const edits = plan && carriedOut(desk, [plan]);
  if (!edits || edits.length === 0) return [];
  return [{ path: desk.document.path, edits }, ...atOtherEnd(desk, plan)];
}

function planOf(desk: Desk, sources: SourcesDesk, deed: SourceDeed): Plan | undefined {
  switch (deed.do) {
    case 'list-source':
      return addSource(desk, sources, deed.at);
    case 'unlist-source':
      return removeSource(desk, sources, deed.at);
    case 'order-sources':
      return orderSources(desk, sources);
    default: {
      const proven = provenTitles(desk, sources).filter(({ entry }) => {
        return deed.do !== 'restore-title' || sources.sources.listings[entry]!.entry.span.start === deed.at;
      });
      return proven.length > 0 ? restoreTitles(desk, sources, proven) : undefined;
    }
  }
}

/** The lists of notes that become sources, or cease to be, where they keep such a list. */
function atOtherEnd({ snapshot, document, account }: Desk, { entries, section }: Plan): FileEdits[] {
  const come = entries.flatMap((each) => ('names' in each && typeof each.names === 'number' ? [each.names] : []));
  const kept = new Set(entries.flatMap((each) => ('keep' in each ? [each.keep] : [])));
  const gone = listings(snapshot, account, account.sections[section]!.role)
    .filter((_, at) => !kept.has(at))
    .flatMap(({ about }) => about ?? []);
  // A note can be named by several entries, and its file is changed once.
  return [...new Set([...come, ...gone])].flatMap((about) => {
    const note = about >= 0 ? documentOf(snapshot, about) : undefined;
    const desk = note && note !== document ? deskOf(snapshot, note) : undefined;
    const users = desk && usersDesk(desk);
    if (!desk || !users) return [];
    const { listings } = users.usedBy;
    const own = listings.filter((each) => each.about === document.id);
    const isNew = come.includes(about) && own.length === 0;
    const places = gone.includes(about) ? own.map(({ reference }) => reference!.span.start) : [];
    const edits = carriedOut(desk, [usersPlan(desk, users, isNew ? [document] : [], (at) => places.includes(at))]);
    return edits?.length ? [{ path: note!.path, edits }] : [];
  });
}

/** Writes the number of entries that there are: for whoever knows that none is missing. */
function counted(desk: Desk, at: number): TextEdit[] {
  const section = desk.read.sections.find(({ declared }) => declared?.span.start === at);
  if (!section || section.declared!.count === section.items) return [];
  return countEdit(desk.text, section, section.items);
}

/** A list without a dash that has nothing behind it. */
function dropped(desk: Desk, at: number): Plan | undefined {
  const isIt = ({ lost, summary, span }: { lost?: boolean; summary?: object; span: { start: number } }): boolean =>
    lost === true && !summary && span.start === at;
  const section = desk.account.sections.findIndex(({ entries }) => entries.some(isIt));
  if (section < 0) return undefined;
  const entries = desk.read.sections[section]!.entries.flatMap((entry, keep) => (isIt(entry) ? [] : [{ keep }]));
  return planned(desk, section, entries, false);
}
