/**
 * Our own requests and notifications, beside those of the Language Server Protocol.
 *
 * Both ends and the webview import this file; it imports nothing but parts of itself. Uris are strings as the client wrote them,
 * positions are the protocol's: zero-based lines, UTF-16 characters, exclusive ends (LSP 3.17, "Position").
 */

import type { RelationSaid } from './protocol/relations.ts';

export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** What a node of the corpus is: `missing` is a title that is referenced and that no document has. */
export type NodeKind = 'note' | 'inquiry' | 'page' | 'missing';

/** How a reference is written (CORPUS.md, "Words"). */
export type ReferenceForm = 'mention' | 'wikilink' | 'link' | 'entry';

/** Where a reference stands, so what it means (CORPUS.md, "Words"). */
export type SectionRole = 'body' | 'sources' | 'used-by' | 'related' | 'papers' | 'prompt' | 'next' | 'original-title';

/** One place that names a title, with the sentence around it. */
export interface Place {
  readonly uri: string;
  readonly range: Range;
  readonly form: ReferenceForm;
  readonly role: SectionRole;
  /** One line of text around the reference; `highlight` is where the reference stands in it, in UTF-16 offsets. */
  readonly sentence: string;
  readonly highlight: readonly [start: number, end: number];
  /** What the document says of the two notes, where the place is an entry of its related concepts. */
  readonly relation?: RelationSaid;
}

/** What the client says of itself at the start, in the request `initialize` (LSP 3.17, "initializationOptions"). */
export interface InitializationOptions {
  /** Absolute path of a folder that the server may keep caches in. It need not exist. */
  readonly cache?: string;
  /** The client has the commands that answers name (`noteCorpus.…`): without them, answers are of the protocol alone. */
  readonly commands?: boolean;
  /** Absolute path of the file in which the server is to say what it is at work on (`trailSlot`). */
  readonly trail?: string;
  /** The server went down just now: it is to work on one document at a time, so that the trail names one. */
  readonly careful?: boolean;
  /** Uris of documents that are left out from the start (`leaveOutNotification`). */
  readonly leaveOut?: readonly string[];
}

// --- client to server -------------------------------------------------------------------------------------------

/** What the server knows of each folder; asked once after the start and on demand. */
export const statusRequest = 'noteCorpus/status';
export type StatusResult = readonly CorpusStatus[];
export interface CorpusStatus {
  /** Uri of the workspace folder. */
  readonly folder: string;
  /** Whether it is taken for a corpus (setting `noteCorpus.corpus`, or what the files look like). */
  readonly isCorpus: boolean;
  readonly inquiries: number;
  readonly notes: number;
  readonly pages: number;
  readonly missing: number;
  /** Files that could not be read, and why, in words. */
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
}

// --- edits that carry proof --------------------------------------------------------------------------------------

/**
 * A change of texts that knows what it changes. Whoever applies it makes sure of all of it in the moment of applying: the
 * version or the fingerprint of each file, and what stands at each range. Where one does not agree, nothing is applied.
 */
export interface ProvenEdit {
  /** What it does, in words: "Rename “Why mud sticks”". */
  readonly label: string;
  /** At most one for each file. */
  readonly files: readonly ProvenFile[];
}
export interface ProvenFile {
  readonly uri: string;
  /** Of the open document that the edits were made for; `null` where the file was closed. */
  readonly version: number | null;
  /** `fingerprint` of the text that the edits were made for. */
  readonly fingerprint: string;
  /** In text order, without overlap. */
  readonly edits: readonly ProvenTextEdit[];
}
export interface ProvenTextEdit {
  readonly range: Range;
  /** Exactly what stands there, line ends aside. */
  readonly before: string;
  readonly after: string;
}

/**
 * Renames what is named at a place (LSP 3.17, "Rename Request", with proof). Answers an error, in words for the person, where
 * that cannot be done.
 */
export const renameRequest = 'noteCorpus/rename';
export interface RenameParams {
  readonly uri: string;
  readonly position: Position;
  readonly newName: string;
}
export type RenameResult =
  | { readonly edit: ProvenEdit }
  /** The name is that of a file: links to it follow when it moves (`moveFilesRequest`). */
  | { readonly move: { readonly oldUri: string; readonly newUri: string } };

/** What keeps all links when files or folders move; `null` where there is nothing to do. Asked before they move. */
export const moveFilesRequest = 'noteCorpus/moveFiles';
export interface MoveFilesParams {
  readonly files: readonly { readonly oldUri: string; readonly newUri: string }[];
}
export type MoveFilesResult = ProvenEdit | null;

/** A command of the client that applies a `ProvenEdit`, its one argument. Code actions name it. */
export const applyEditCommand = 'noteCorpus.applyEdit';

/**
 * A command of the client that makes a file, and never writes over one; its one argument is a `NewNote`. It shows the file with
 * the cursor behind the title.
 */
export const createNoteCommand = 'noteCorpus.createNote';
export interface NewNote {
  readonly uri: string;
  readonly text: string;
  /** Where the title ends. */
  readonly title: Position;
}

/**
 * A command of the client that writes the setting `noteCorpus.diagnostics.ignoredTitles` of a folder. Its arguments are the
 * folder's uri, the title, and the path of the one document that it is for, or `null` for the whole corpus.
 */
export const ignoreTitleCommand = 'noteCorpus.ignoreTitle';

/**
 * What tells a text from any other one that somebody would write by chance. Line ends count as `\n`, since an editor makes
 * those of one text alike. Here, because both ends must do the same.
 */
export function fingerprint(text: string): string {
  let [low, high] = [0x811c9dc5, 0x9747b28c];
  for (let at = 0; at < text.length; at++) {
    let unit = text.charCodeAt(at);
    if (unit === 13) {
      if (text.charCodeAt(at + 1) === 10) continue;
      unit = 10;
    }
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x5bd1e995);
    high ^= high >>> 13;
  }
  return `${(low >>> 0).toString(16)}-${(high >>> 0).toString(16)}`;
}

// --- parts of their own -------------------------------------------------------------------------------------------

export * from './protocol/atlas.ts';
export * from './protocol/converting.ts';
export * from './protocol/faults.ts';
export * from './protocol/graph.ts';
export * from './protocol/graphPage.ts';
export * from './protocol/lists.ts';
export * from './protocol/panels.ts';
export * from './protocol/prompt.ts';
export * from './protocol/relations.ts';
export * from './protocol/stats.ts';
export * from './protocol/writing.ts';

// --- server to client -------------------------------------------------------------------------------------------

/** Links, titles or documents changed: ask again for what you show. Sent at most once per batch of changes. */
export const changedNotification = 'noteCorpus/changed';
export interface ChangedParams {
  readonly status: StatusResult;
}

/**
 * Files for a server that has no file system of its own (a web worker): the client answers.
 * `noteCorpus/files/list` gives the uris of all files of a folder, hidden and ignored ones left out.
 */
export const listFilesRequest = 'noteCorpus/files/list';
export interface ListFilesParams {
  readonly folder: string;
}
export type ListFilesResult = readonly string[];

/** Bytes of one file in base64, or the reason why it cannot be read, in words. */
export const readFileRequest = 'noteCorpus/files/read';
export interface ReadFileParams {
  readonly uri: string;
}
export type ReadFileResult = { readonly base64: string } | { readonly error: string };
