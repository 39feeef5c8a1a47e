import { type Command, Range, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from 'vscode';
import type {
  BacklinkRow,
  Citing,
  NamedDocument,
  NodeKind,
  Place,
  Range as ProtocolRange,
  RelationSaid,
  SectionRole,
} from '../../server/protocol.ts';
import { shownPath } from '../documents.ts';
import { wholeOf } from '../plain.ts';
import { ago, counted } from '../words.ts';
import { labelOf } from './label.ts';
import type { Named, Row } from './rows.ts';
import { snippet } from './sentence.ts';

/** How the kinds of documents look, in every tree. */
export const kindIcon: Record<NodeKind, string> = {
  inquiry: 'question',
  note: 'note',
  page: 'file',
  missing: 'circle-slash',
};

/** What to say of a place by the section it stands in; nothing for the body, which is the usual case. */
export const roleWords: Record<SectionRole, string> = {
  body: '',
  sources: 'Sources',
  'used-by': 'Inquiring lines that use this note',
  related: 'Related concepts',
  papers: 'Related papers',
  prompt: 'Research prompt',
  next: 'Next inquiring lines',
  'original-title': 'Original note title',
};

type PlacesBelow = (parent: string) => readonly Row[] | Promise<readonly Row[]>;

interface Using {
  readonly uri: string;
  readonly title: string;
  readonly kind: NodeKind;
  readonly places: number;
  readonly first: ProtocolRange | undefined;
}

/**
 * A document that names a title: opens its first place, unfolds to all. `parent` is the id of what it stands under, so
 * that the row keeps its state when the tree is asked again.
 */
export function documentRow(parent: string, { places, ...citing }: Citing): Row {
  const using: Using = { ...citing, places: places.length, first: places[0]?.range };
  const names = { title: citing.title, uri: Uri.parse(citing.uri) };
  return rowOf(parent, using, [], (id) => placeRows(id, places, names));
}

/** The same for a document whose places are asked for when it unfolds. */
export function usingRow(parent: string, row: BacklinkRow, byEdit: boolean, below: PlacesBelow): Row {
  const edited = row.modified === null ? '' : `edited ${ago(Date.now() - row.modified)}`;
  const made = rowOf(parent, row, [...(row.unlisted ? ['not listed'] : []), ...(byEdit ? [edited] : [])], below);
  const { item } = made;
  if (edited && !byEdit) item.tooltip = `${item.tooltip} · ${edited}`;
  if (!row.unlisted) return made;
  item.iconPath = new ThemeIcon(kindIcon[row.kind], new ThemeColor('list.warningForeground'));
  item.tooltip = `${item.tooltip}\nIt has this note among its sources, and the note's own list of inquiring lines does not name it.`;
  item.contextValue = 'document.unlisted';
  return made;
}

function rowOf(
  parent: string,
  { uri, title, kind, places, first }: Using,
  notes: readonly string[],
  below: PlacesBelow,
): Row {
  const id = `${parent}/${uri}`;
  const opens = Uri.parse(uri);
  const path = labelOf(shownPath(opens));
  const item = new TreeItem(labelOf(title), TreeItemCollapsibleState.Collapsed);
  const said = notes.filter(Boolean);
  item.id = id;
  item.iconPath = new ThemeIcon(kindIcon[kind]);
  item.description = [...said, path].join(' · ');
  item.tooltip = `${wholeOf(title)}\n${path} · ${counted(places, 'place')}`;
  item.accessibilityInformation = { label: [labelOf(title), kind, counted(places, 'place'), ...said].join(', ') };
  item.contextValue = 'document';
  if (first) item.command = openAt(uri, first);
  return { item, opens, names: { title, uri: opens }, children: () => below(id) };
}

/** A document by itself: opens it. */
export function openingRow(parent: string, { uri, title, kind }: NamedDocument): Row {
  const opens = Uri.parse(uri);
  const item = new TreeItem(labelOf(title));
  item.id = `${parent}/${uri}`;
  item.iconPath = new ThemeIcon(kindIcon[kind]);
  item.description = labelOf(shownPath(opens));
  item.tooltip = `${wholeOf(title)}\n${item.description}`;
  item.accessibilityInformation = { label: `${labelOf(title)}, ${kind}, ${item.description}` };
  item.command = { command: 'vscode.open', title: 'Open', arguments: [opens] };
  item.contextValue = 'document';
  return { item, opens, names: { title, uri: opens } };
}

/** Opens a document with a range selected, by the rules of the tree: one click looks, two or Enter go there. */
export function openAt(uri: string, { start, end }: ProtocolRange): Command {
  const selection = new Range(start.line, start.character, end.line, end.character);
  return { command: 'vscode.open', title: 'Open', arguments: [Uri.parse(uri), { selection }] };
}

/** Places, below the row with the id `parent`. `names` is what that stands for: it is dragged with them. */
export const placeRows = (parent: string, places: readonly Place[], names: Named | undefined): Row[] =>
  places.map((place, index) => ({ ...placeRow(`${parent}#${index}`, place), ...(names && { names }) }));

function placeRow(id: string, { uri, range, role, sentence, highlight, relation }: Place): Row {
  if (relation) return relationRow(id, uri, range, relation);
  const { label, highlight: run } = snippet(sentence, highlight);
  const item = new TreeItem({ label, highlights: [run] });
  item.id = id;
  item.description = roleWords[role];
  // A string, not Markdown: whatever the sentence contains is shown as it is.
  item.tooltip = [
    wholeOf(sentence),
    [`Line ${range.start.line + 1}`, roleWords[role]].filter(Boolean).join(' · '),
  ].join('\n\n');
  item.accessibilityInformation = { label: `Line ${range.start.line + 1}: ${labelOf(sentence)}` };
  item.command = openAt(uri, range);
  return { item, opens: Uri.parse(uri) };
}

/** An entry of related concepts: what it says of the two is more than its title, which is the one that was asked for. */
function relationRow(id: string, uri: string, range: ProtocolRange, { sentence, type }: RelationSaid): Row {
  const item = new TreeItem(labelOf(sentence));
  item.id = id;
  item.description = type ?? roleWords.related;
  item.tooltip = [wholeOf(sentence), `Line ${range.start.line + 1} · ${roleWords.related}`].join('\n\n');
  item.accessibilityInformation = { label: `Line ${range.start.line + 1}, relation: ${labelOf(sentence)}` };
  item.command = openAt(uri, range);
  return { item, opens: Uri.parse(uri) };
}
