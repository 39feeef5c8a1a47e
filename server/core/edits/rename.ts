import type { Document } from '../index/document.ts';
import type { NameId } from '../index/names.ts';
import { pathKey, withoutEnding } from '../index/paths.ts';
import { ownMentionsOf, type Reference, referencesOf } from '../index/references.ts';
import { filesNamed, isUsed, resolve } from '../index/resolve.ts';
import { currentText, documentOf, nameOf, recordOf, type Snapshot } from '../index/snapshot.ts';
import { summaryOf } from '../index/summaries.ts';
import { usersByPath } from '../queries/backlinks.ts';
import type { FilePosition } from '../queries/subject.ts';
import { fold } from '../text/fold.ts';
import { echoesOf } from './echoes.ts';
import { type FileEdits, inTextOrder, type Refused, replaced, type TextEdit } from './edits.ts';
import { addTitle } from './frontMatterEdits.ts';
import { movedOn } from './movedOn.ts';
import { type Move, moveTo } from './moveTo.ts';
import { newTitle, takenBy } from './newTitle.ts';
import { realiased, retitled } from './ownNames.ts';
import { type Named, renameTarget } from './renameTarget.ts';
import { type Rewording, reworded, rewordingOf } from './rewording.ts';

export interface RenameOptions {
  /** Whether the old title stays as an alias of the document. */
  readonly keepAlias: boolean;
  /**
   * Whether a file may get another name, where that is what is renamed. Without it a page that goes by its file's name gets a
   * title in its front matter.
   */
  readonly moves: boolean;
}

/** What a rename changes: texts, or the name of a file by which a page without a title goes. Never both at once. */
export type Rename =
  | { readonly from: string; readonly to: string; readonly files: readonly FileEdits[] }
  | { readonly move: Move };

/**
 * Renames what is named at a place: a document by its title or an alias, with all that name it so, or a missing note with all
 * references to it, which may then find a document. What is written of the old title, the new one says in the same form.
 */
export function rename(snapshot: Snapshot, at: FilePosition, typed: string, options: RenameOptions): Rename | Refused {
  const target = renameTarget(snapshot, at);
  if (!target) return { refused: 'There is no title here.' };
  if ('refused' in target) return target;
  const checked = newTitle(typed);
  if ('refused' in checked) return checked;
  const { title } = checked;
  if (target.of.kind !== 'file') return renamed(snapshot, target.of, target.name, title, options);
  const { document, byPath } = target.of;
  if (options.moves) return moveTo(snapshot, document, title);
  const hasTitle = document.title.span.start < document.title.span.end;
  if (byPath || hasTitle)
    return { refused: `This is the name of the file “${document.path}”. Rename the file: links follow.` };
  // What names it by the file's name names it by the title then.
  const of: Named = { kind: 'title', document, key: document.names[0]!.key };
  return renamed(snapshot, of, target.name, title, { ...options, keepAlias: false });
}

function renamed(
  snapshot: Snapshot,
  of: Exclude<Named, { kind: 'file' }>,
  from: string,
  to: string,
  options: RenameOptions,
): Rename | Refused {
  const document = of.kind === 'missing' ? undefined : of.document;
  const taken = document && inTheWay(snapshot, to, document);
  if (taken) return taken;
  const aim = document ?? onlyDefiner(snapshot, to);
  const wording = rewordingOf(snapshot, from, to, aim);
  if (!wording)
    return { refused: `“${to}” cannot stand in a wikilink, and no document has that title. Create the note first.` };
  const files: FileEdits[] = [];
  const names = new Set([of.key, ...(document ? pathNames(snapshot, document) : [])]);
  for (const user of usersByPath(snapshot, names)) {
    if (user.id === document?.id) continue;
    const edits = editsIn(snapshot, user, of.key, names, document, wording);
    if (edits.length > 0) files.push({ path: user.path, edits });
  }
  const own = document && ownEdits(snapshot, document, of, names, wording, options);
  if (own && 'refused' in own) return own;
  if (own) files.push(own);
  return { from, to, files: files.sort((a, b) => (a.path < b.path ? -1 : 1)) };
}

/** Why a document cannot have a title: another one has it, or is called so by links that name its file. */
function inTheWay(snapshot: Snapshot, title: string, document: Document): Refused | undefined {
  const taken = takenBy(snapshot, title, document);
  if (taken) return taken;
  const name = nameOf(snapshot, title);
  const file = name === undefined ? undefined : filesNamed(snapshot, name).find((id) => id !== document.id);
  if (file === undefined || !isUsed(recordOf(snapshot, name!))) return undefined;
  return {
    refused: `Links name the file “${documentOf(snapshot, file)?.path}” by “${title}” already. Choose another title.`,
  };
}

/** The document that a missing note turns out to be. */
function onlyDefiner(snapshot: Snapshot, title: string): Document | undefined {
  const name = nameOf(snapshot, title);
  const definers = name === undefined ? [] : recordOf(snapshot, name).definers;
  return definers.length === 1 ? documentOf(snapshot, definers[0]!.document) : undefined;
}

/** The edits in one document: of its references by the name, and of the echoes in its prompt. */
function editsIn(
  snapshot: Snapshot,
  user: Document,
  key: NameId,
  names: ReadonlySet<NameId>,
  document: Document | undefined,
  wording: Rewording,
): TextEdit[] {
  let text: string | undefined;
  const textOf = (): string | undefined => {
    text ??= currentText(snapshot, user);
    return text;
  };
  const references = linksTo(snapshot, user, names, document);
  const edits = references.flatMap((each) => reworded(each, wording, user.layout, textOf));
  const isOwn = user.id === document?.id;
  if (isOwn) {
    const plain = { ...wording, standsInProse: true };
    for (const own of ownMentionsOf(snapshot, user, key)) edits.push(...reworded(own, plain, user.layout, textOf));
  }
  // Only inquiries have prompts, and those that say a title without words enough say it by chance.
  const read = user.kind === 'inquiry' && wording.isLong && (edits.length > 0 || isOwn) ? textOf() : undefined;
  const echoes = read === undefined ? [] : echoesOf(read, wording.old, () => summaryOf(snapshot, user));
  if (echoes.length === 0 && !isOwn) return edits;
  return inTextOrder([...edits, ...echoes.map((at) => replaced(read!, at, wording.title))]);
}

/** The names by which Markdown links lead to a document: their words may be its title. */
function pathNames(snapshot: Snapshot, { path }: Document): NameId[] {
  const names = [path, withoutEnding(path)].map((each) => snapshot.keys.find(pathKey(each)));
  return names.filter((name) => name !== undefined);
}

function linksTo(
  snapshot: Snapshot,
  user: Document,
  names: ReadonlySet<NameId>,
  document: Document | undefined,
): Reference[] {
  return referencesOf(snapshot, user, names).filter((reference) => {
    const resolution = resolve(snapshot, reference);
    if (!document) return resolution.status === 'dangling';
    return resolution.status === 'resolved' && resolution.target.id === document.id;
  });
}

function ownEdits(
  snapshot: Snapshot,
  document: Document,
  { kind, key }: Exclude<Named, { kind: 'file' }>,
  names: ReadonlySet<NameId>,
  wording: Rewording,
  { keepAlias }: RenameOptions,
): FileEdits | Refused {
  const text = currentText(snapshot, document);
  const summary = summaryOf(snapshot, document);
  if (text === undefined || !summary) {
    return movedOn(document.path);
  }
  const others = editsIn(snapshot, document, key, names, document, wording);
  const { old, title } = wording;
  const isNew = fold(old) !== fold(title) && !summary.aliases.some((each) => fold(each.text) === fold(old));
  const name = { old, title, keepAlias: keepAlias && isNew };
  if (kind === 'alias') return asFile(document, realiased(document, text, name, others));
  if (document.title.span.start < document.title.span.end) {
    return asFile(document, retitled(document, text, summary, name, others));
  }
  return asFile(document, inTextOrder([addTitle(text, title), ...others]));
}

const asFile = ({ path }: Document, edits: TextEdit[] | Refused): FileEdits | Refused =>
  'refused' in edits ? edits : { path, edits };
