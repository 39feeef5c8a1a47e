import type { Range, SectionRole } from '../protocol.ts';

// The whole graph of a corpus in columns, with a place for every node. Nodes, groups and edges are numbers; what is told of the
// n-th is the n-th value of each column.

/** Numbers of one kind, little endian, in base64 (RFC 4648, section 4). Its type is said beside it. */
export type Column = string;

/** Kinds and roles, by their numbers in columns. */
export const KIND_NUMBERS = ['note', 'inquiry', 'page', 'missing'] as const;
export const ROLE_NUMBERS = [
  'body',
  'sources',
  'used-by',
  'related',
  'papers',
  'prompt',
  'next',
  'original-title',
] as const;

/** The graph of the corpus in which a uri lies; `null` where it lies in none, or where there is none any more. */
export const atlasRequest = 'noteCorpus/atlas';
export interface AtlasParams {
  /** Any uri in the corpus. */
  readonly uri: string;
  /** The number of the atlas that the asker has. Then only what differs is answered, where the server still knows that one. */
  readonly since?: number;
}
export type AtlasResult = Atlas | AtlasChange | null;

/** A whole graph. */
export interface Atlas {
  readonly type: 'atlas';
  readonly number: number;
  readonly nodes: AtlasNodes;
  readonly edges: AtlasEdges;
  readonly groups: AtlasGroups;
}

/** What makes the atlas with the number `since` the one with the number `number`. Numbers of nodes stay. */
export interface AtlasChange {
  readonly type: 'change';
  readonly since: number;
  readonly number: number;
  /** u32: nodes that are no more. Their numbers are not given again. Their edges go with them. */
  readonly gone: Column;
  /** u32: the numbers of `nodes`, which are new, or differ from what was told of them. New ones follow the last number. */
  readonly changed: Column;
  readonly nodes: AtlasNodes;
  /** u32: documents all of whose edges, by `source`, are told anew in `edges`. */
  readonly rewritten: Column;
  readonly edges: AtlasEdges;
}

/** All columns are equally long. */
export interface AtlasNodes {
  /** As `GraphNode.id`: a document's path in the corpus, or `missing:` and the title. */
  readonly ids: readonly string[];
  readonly titles: readonly string[];
  /** u8: index into `KIND_NUMBERS`. */
  readonly kinds: Column;
  /** All tags of these nodes, without `#`. */
  readonly tagNames: readonly string[];
  /** u32, one more than there are nodes: where the tags of each begin in `tags`. */
  readonly tagStarts: Column;
  /** u32: indices into `tagNames`. */
  readonly tags: Column;
  /** f32: places, in units of the map. A node of no uses takes a disc of radius 1 (`nodeRadius`). */
  readonly x: Column;
  readonly y: Column;
  /** u32: the group each stands in; its innermost one. */
  readonly groups: Column;
}

/** One edge for each source, target and role, as `GraphEdge`. An edge never leads from a node to itself. */
export interface AtlasEdges {
  /** u32: numbers of nodes. */
  readonly sources: Column;
  readonly targets: Column;
  /** u8: index into `ROLE_NUMBERS`. */
  readonly roles: Column;
  /** u16: how often; no more than 65,535 is told. */
  readonly counts: Column;
}

/**
 * Groups of nodes that have much to do with each other, one in another: discs. A disc holds all that stands in it, and discs
 * of one parent do not overlap. A parent comes before its groups; a group has groups in it or nodes, not both.
 */
export interface AtlasGroups {
  /** u32: the parent's number; `NO_PARENT` for the one group that has none, the first, which holds all. */
  readonly parents: Column;
  /** f32: centres and radii, in units of the map. */
  readonly x: Column;
  readonly y: Column;
  readonly radii: Column;
}

export const NO_PARENT = 0xffff_ffff;

/** The radius of a node in units of the map, by how many other documents name it: 1 for none, 2 for 3, 4.3 for 100. */
export function nodeRadius(uses: number): number {
  return Math.min(6, 1 + 0.5 * Math.log2(1 + uses));
}

/** What is said of a node, for who points at it. Answers `null` where it is none. */
export const detailsRequest = 'noteCorpus/graphDetails';
export interface DetailsParams {
  /** Any uri in the corpus. */
  readonly uri: string;
  readonly id: string;
}
export interface DetailsResult {
  /** Its description, or the beginning of its text: one or two sentences, plain. For a missing note what others say of it. */
  readonly description: string | null;
  readonly tags: readonly string[];
}

/** The sentences in which a node names others, and is named: those between it and the nodes that are shown with it. */
export const sentencesRequest = 'noteCorpus/graphSentences';
export interface SentencesParams {
  /** Any uri in the corpus. */
  readonly uri: string;
  readonly id: string;
  /** Ids of the others; at most 200 are looked at. */
  readonly others: readonly string[];
}
export interface SentencesResult {
  /** At most one for each pair of source and target: the first in the text that is no entry of a list, or else the first. */
  readonly sentences: readonly EdgeSentence[];
}
export interface EdgeSentence {
  readonly source: string;
  readonly target: string;
  readonly role: SectionRole;
  /** One line; `highlight` is where the reference stands in it, in UTF-16 offsets. */
  readonly sentence: string;
  readonly highlight: readonly [start: number, end: number];
  /** The document in which it stands, and where. */
  readonly uri: string;
  readonly range: Range;
}
