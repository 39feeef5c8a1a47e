import { type Command, Range, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from 'vscode';
import type {
  Citing,
  NodeKind,
  Place,
  Range as ProtocolRange,
  RelationSaid,
  SectionRole,
} from '../../server/protocol.ts';
import { shownPath } from '../documents.ts';
import { counted } from '../words.ts';
import type { Row } from './rows.ts';
import { snippet } from './sentence.ts';

/** How the kinds of documents look, in every tree. */
export const kindIcon: Record<NodeKind, string> = {
  inquiry: 'question',
  note: 'note',
  page: 'file',
  missing: 'circle-slash',
};

/** What to say of a place by the section it stands in; nothing for the body, which is the usual case. */
const roleWords: Record<SectionRole, string> = {
  body: '',
  sources: 'Sources',
  'used-by': 'Inquiring lines that use this note',
  related: 'Related concepts',
  papers: 'Related papers',
  prompt: 'Research prompt',
  next: 'Next inquiring lines',
  'original-title': 'Original note title',
};

/**
 * A document that names a title: opens its first place, unfolds to all. `parent` is the id of what it stands under, so
 * that the row keeps its state when the tree is asked again.
 */
export function documentRow(parent: string, { uri, title, kind, places }: Citing): Row {
  const id = `${parent}/${uri}`;
  const item = new TreeItem(title, TreeItemCollapsibleState.Collapsed);
  item.id = id;
  item.iconPath = new ThemeIcon(kindIcon[kind]);
  item.description = shownPath(Uri.parse(uri));
  item.tooltip = `${title}\n${item.description} · ${counted(places.length, 'place')}`;
  item.accessibilityInformation = { label: `${title}, ${kind}, ${counted(places.length, 'place')}` };
  item.contextValue = 'document';
  const first = places[0];
  if (first) item.command = openAt(uri, first.range);
  return {
    item,
    opens: Uri.parse(uri),
    children: () => places.map((place, index) => placeRow(`${id}#${index}`, place)),
  };
}

/** Opens a document with a range selected, by the rules of the tree: one click looks, two or Enter go there. */
export function openAt(uri: string, { start, end }: ProtocolRange): Command {
  const selection = new Range(start.line, start.character, end.line, end.character);
  return { command: 'vscode.open', title: 'Open', arguments: [Uri.parse(uri), { selection }] };
}

function placeRow(id: string, { uri, range, role, sentence, highlight, relation }: Place): Row {
  if (relation) return relationRow(id, uri, range, relation);
  const { label, highlight: run } = snippet(sentence, highlight);
  const item = new TreeItem({ label, highlights: [run] });
  item.id = id;
  item.description = roleWords[role];
  // A string, not Markdown: whatever the sentence contains is shown as it is.
  item.tooltip = [sentence, [`Line ${range.start.line + 1}`, roleWords[role]].filter(Boolean).join(' · ')].join('\n\n');
  item.accessibilityInformation = { label: `Line ${range.start.line + 1}: ${sentence}` };
  item.command = openAt(uri, range);
  return { item, opens: Uri.parse(uri) };
}

/** An entry of related concepts: what it says of the two is more than its title, which is the one that was asked for. */
function relationRow(id: string, uri: string, range: ProtocolRange, { sentence, type }: RelationSaid): Row {
  const item = new TreeItem(sentence);
  item.id = id;
  item.description = type ?? roleWords.related;
  item.tooltip = [sentence, `Line ${range.start.line + 1} · ${roleWords.related}`].join('\n\n');
  item.accessibilityInformation = { label: `Line ${range.start.line + 1}, relation: ${sentence}` };
  item.command = openAt(uri, range);
  return { item, opens: Uri.parse(uri) };
}
