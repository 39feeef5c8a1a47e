// The public face of the core, and its only one.

export { addRelated } from './edits/addRelated.ts';
export {
  type Conversion,
  type ConvertedFile,
  type ConvertOptions,
  convert,
  goesWithAll,
  type Unconverted,
} from './edits/convert/convert.ts';
export { differenceBetween, sameSaying } from './edits/convert/sameSaying.ts';
export { type Saying, sayingOf } from './edits/convert/saying.ts';
export { carryOut, type Deed } from './edits/deeds.ts';
export {
  edited,
  type FileEdits,
  inTextOrder,
  type NewFile,
  type Refused,
  replaced,
  type TextEdit,
} from './edits/edits.ts';
export { fillNext } from './edits/fillNext.ts';
export { type Links, linksTo } from './edits/linksTo.ts';
export { type Updated, updateLists, updating } from './edits/lists/updateLists.ts';
export { moveEdits } from './edits/moves.ts';
export type { Move } from './edits/moveTo.ts';
export type { Naming } from './edits/nameIn.ts';
export { newInquiry } from './edits/newInquiry.ts';
export { newNote } from './edits/newNote.ts';
export { madePrompt, newPrompt } from './edits/newPrompt.ts';
export { fillOffer, type Offer, offers, sourceOffers } from './edits/offers.ts';
export { type Rename, type RenameOptions, rename } from './edits/rename.ts';
export { type RenameTarget, renameTarget } from './edits/renameTarget.ts';
export { type WritingPlace, writingPlace } from './edits/writingPlace.ts';
export { askersNear } from './index/askers.ts';
export type { Document } from './index/document.ts';
export { type Finds, Lexicon, type SharedLexicon } from './index/lexicon.ts';
export { commonSpelling } from './index/names.ts';
export { Numbering } from './index/numbering.ts';
export { respell } from './index/occurrences.ts';
export { isHidden, linkedPath } from './index/paths.ts';
export { rebuilt } from './index/rebuilt.ts';
export { type Reference, type Resolved, resolvedReferencesOf } from './index/references.ts';
export { Renewal } from './index/renewal.ts';
export { findTitle, type Resolution } from './index/resolve.ts';
export { packed, type Rows, unpacked } from './index/rows.ts';
export { prepareSearch } from './index/search.ts';
export { prepareHeadings } from './index/searchHeadings.ts';
export { knowsWords, prepareWords } from './index/searchWords.ts';
export {
  lengthIn,
  type ProseColumns,
  proseColumns,
  renumber,
  type Sheet,
  sheetOf,
  titleKeysIn,
} from './index/sheet.ts';
export {
  documentAt,
  documentsOf,
  nameOf,
  type Options,
  recordOf,
  type Snapshot,
  type TextOf,
} from './index/snapshot.ts';
export { readStock, type Stamp, type Stock, type Stocked, stockOf, type Utf8 } from './index/stock.ts';
export { summaryOf } from './index/summaries.ts';
export { type Change, type Condensed, Workspace } from './index/workspace.ts';
export { type Arrangement, arrange, type Before, type ToArrange } from './queries/atlas/arrange.ts';
export { type AtlasNode, GraphColumns } from './queries/atlas/columns.ts';
export { moveOn } from './queries/atlas/moveOn.ts';
export { keptPlaces, placesKept } from './queries/atlas/placesKept.ts';
export { beforeOf, renumbered, type Standing, standingOf } from './queries/atlas/standing.ts';
export { edgeColumns, toArrange } from './queries/atlas/toArrange.ts';
export {
  type Arranged,
  type Arranging,
  arrangedBacklinks,
  unlistedUsers,
} from './queries/backlinkList.ts';
export {
  backlinksOf,
  type Citing,
  type Declared,
  declaredUsers,
  placesOf,
  referencesTo,
} from './queries/backlinks.ts';
export { codeLenses } from './queries/codeLenses.ts';
export { CODES, DIAGNOSTIC_CODES, type DiagnosticCode, type Severity } from './queries/codes.ts';
export { completion } from './queries/completion/completion.ts';
export type { CompletionOptions } from './queries/completion/here.ts';
export type { Completion, CompletionItem } from './queries/completion/items.ts';
export { type Definition, definition, type NavTarget, navTarget } from './queries/definition.ts';
export { type Diagnostic, diagnostics } from './queries/diagnostics.ts';
export { differencesBetween } from './queries/differences.ts';
export { type Disagreement, disagreementsIn } from './queries/disagreements.ts';
export { documentHighlights, type Highlight } from './queries/documentHighlights.ts';
export { type DocumentLink, documentLinks } from './queries/documentLinks.ts';
export { type DocumentSymbol, documentSymbols } from './queries/documentSymbols.ts';
export { type Filter, filterOf } from './queries/filter.ts';
export { type FoundRelations, findRelations, type RelationsWanted } from './queries/findRelations.ts';
export { findTitles } from './queries/findTitles.ts';
export { type Fold, foldingRanges } from './queries/foldingRanges.ts';
export { type Graph, graph, type Neighbourhood, neighbourhood } from './queries/graph.ts';
export { briefly, type NodeDetails, nodeDetails } from './queries/graphDetails.ts';
export type { GraphEdge } from './queries/graphEdges.ts';
export type { GraphFilter } from './queries/graphFilter.ts';
export { type GraphNode, missingId } from './queries/graphNodes.ts';
export { type NodePlace, placesBetween, placesFrom, sentenceOf } from './queries/graphSentences.ts';
export { type Card, cardOf, cardOfMissing, descriptionOf, type Hover, hover } from './queries/hover.ts';
export { type IgnoredTitles, ignoredTitles, type TitlesToIgnore } from './queries/ignoredTitles.ts';
export { type InlayHint, inlayHints } from './queries/inlayHints.ts';
export { type LinkedEditing, linkedEditing } from './queries/linkedEditing.ts';
export { eachWanted, type MissingNote, missingNotes } from './queries/missingNotes.ts';
export { namesAt } from './queries/namesAt.ts';
export { type Orphans, orphansOf } from './queries/orphans.ts';
export { type Named, type NamedInRole, outgoing } from './queries/outgoing.ts';
export { ROLES_IN_ORDER, relationsAmong, type SaidPlace, saidPlaces } from './queries/places.ts';
export { type Possible, possibleReferences } from './queries/possible.ts';
export { bundle } from './queries/prompt/bundle.ts';
export { type Copying, copied } from './queries/prompt/copied.ts';
export { type DatedPaper, type Prompt, promptOf } from './queries/prompt/prompt.ts';
export { type PromptLens, promptLenses } from './queries/prompt/promptLenses.ts';
export type { Age, Stale } from './queries/prompt/stale.ts';
export { staleHints } from './queries/prompt/staleHints.ts';
export { followForward, provenance, type Step, traceBack } from './queries/provenance.ts';
export { eachReference, type Place, references } from './queries/references.ts';
export { reasonsInWords } from './queries/related/inWords.ts';
export { type NextLine, nextLines } from './queries/related/nextLines.ts';
export { eachRelated, type Related, related } from './queries/related/related.ts';
export { areRelated, type SuggestedRelation, suggestedRelations } from './queries/related/suggestedRelations.ts';
export { isOneSided, type Relation, relationsOf } from './queries/relations.ts';
export { selectionRanges } from './queries/selectionRanges.ts';
export { semanticTokens, type TitleToken, type TokenModifier } from './queries/semanticTokens.ts';
export { type Some, type Stats, statsOf, type Tally } from './queries/stats.ts';
export type { FilePosition } from './queries/subject.ts';
export { tagsOf } from './queries/tags.ts';
export { type Uses, usesOf } from './queries/uses.ts';
export { type WorkspaceSymbol, workspaceSymbols } from './queries/workspaceSymbols.ts';
export { atOnce } from './steps.ts';
export type { DatedItem } from './syntax/datedItems.ts';
export { isMonth, monthOf, type YearMonth } from './syntax/dates.ts';
export { nameAt } from './syntax/nameAt.ts';
export type { Paper } from './syntax/papers.ts';
export { mayBeDocument, seemsDocument, stemKey, summarize } from './syntax/summarize.ts';
export type { Form, Kind, Layout, Role, Summary } from './syntax/summary.ts';
export { type LineStarts, lineStarts, offsetAt, type Position, positionAt } from './text/lines.ts';
export { type TypedSentence, typedSentence } from './text/relationType.ts';
export { type Excerpt, sentenceAround } from './text/sentence.ts';
export type { Span } from './text/span.ts';
