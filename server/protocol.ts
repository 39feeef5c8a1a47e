/**
 * Our own requests and notifications, beside those of the Language Server Protocol.
 *
 * Both ends and the webview import this file; it imports nothing. Uris are strings as the client wrote them,
 * positions are the protocol's: zero-based lines, UTF-16 characters, exclusive ends (LSP 3.17, "Position").
 */

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
}

/** A document that names the title in question, with every place where it does, in text order. */
export interface Citing {
  readonly uri: string;
  readonly title: string;
  readonly kind: NodeKind;
  readonly places: readonly Place[];
}

/** What the client says of itself at the start, in the request `initialize` (LSP 3.17, "initializationOptions"). */
export interface InitializationOptions {
  /** Absolute path of a folder that the server may keep caches in. It need not exist. */
  readonly cache?: string;
  /** The client has the commands that answers name. */
  readonly commands?: boolean;
}

// --- client to server -------------------------------------------------------------------------------------------

/** Who uses the document at `uri`. Answers `null` where the uri is no document of a corpus. */
export const backlinksRequest = 'noteCorpus/backlinks';
export interface BacklinksParams {
  readonly uri: string;
}
export interface BacklinksResult {
  readonly uri: string;
  readonly title: string;
  readonly kind: NodeKind;
  /** Inquiries that name this document, by title. */
  readonly inquiries: readonly Citing[];
  /** Notes and pages that name it, by title. */
  readonly notes: readonly Citing[];
  /** What its own "Inquiring lines that use this note" list says, in list order. */
  readonly declared: readonly Declared[];
}
export interface Declared {
  readonly title: string;
  /** Where the list says so, in the document itself. */
  readonly range: Range;
  /** `listed`: such an inquiry names this note. `missing-document`: none has that title. `does-not-cite`: it exists, and does not name this note. */
  readonly status: 'listed' | 'missing-document' | 'does-not-cite';
  /** The inquiry's uri, where there is one. */
  readonly target: string | null;
}

/** The titles that no document has, most wanted first: by number of inquiries, then of places, then by title. */
export const missingNotesRequest = 'noteCorpus/missingNotes';
export interface MissingNotesParams {
  /** At most so many (default 500). */
  readonly limit?: number;
}
export interface MissingNotesResult {
  /** How many there are in all. */
  readonly total: number;
  readonly notes: readonly MissingNote[];
}
export interface MissingNote {
  readonly title: string;
  /** Uri of the corpus folder it is missing from. */
  readonly corpus: string;
  /** Documents that name it. */
  readonly inquiries: number;
  readonly documents: number;
  /** Places that name it. */
  readonly places: number;
}

/** The places that name a missing note, by document. */
export const missingPlacesRequest = 'noteCorpus/missingPlaces';
export interface MissingPlacesParams {
  readonly corpus: string;
  readonly title: string;
}
export type MissingPlacesResult = readonly Citing[];

/** The neighbourhood of a document or a missing note, or the whole corpus where neither is given. */
export const graphRequest = 'noteCorpus/graph';
export interface GraphParams {
  /** Any uri in the corpus in question: of the focused document, or of the corpus folder. */
  readonly uri: string;
  /** Id of the node to stand on (`GraphNode.id`); without it, the document at `uri`. */
  readonly focus?: string;
  /** Steps from the focus, 1 to 5 (default 1). */
  readonly depth?: number;
  /** At most so many nodes, nearest and most connected first (default 200). */
  readonly limit?: number;
}
export interface GraphResult {
  /** The focused node's id, or `null` where nothing is focused. */
  readonly focus: string | null;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** How many nodes were left out by `limit`. */
  readonly omitted: number;
}
export interface GraphNode {
  /** Stable while the title or path lives: a document's path in the corpus, or `missing:` and the title. */
  readonly id: string;
  readonly title: string;
  readonly kind: NodeKind;
  /** The document's uri; `null` for a missing note. */
  readonly uri: string | null;
  /** Steps from the focus: 0 is the focus itself. Without a focus 1. */
  readonly distance: number;
  /** In how many documents of the corpus it is named. */
  readonly uses: number;
}
export interface GraphEdge {
  /** Ids of the nodes: `source` names `target`. */
  readonly source: string;
  readonly target: string;
  readonly role: SectionRole;
  /** The sentence that a note gives for a related concept. */
  readonly relation: string | null;
  /** How often, in this role. */
  readonly count: number;
}

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
