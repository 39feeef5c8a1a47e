/**
 * The lists: what is used most, missing, alone, and in disagreement.
 */
import type { CorpusStats, CountedDocument, StatsList } from '../../server/protocol.ts';
import { html } from '../graph/dom.ts';
import { counted, disagreementWords, grouped, usesWords, wantedWords } from './words.ts';

/** What a click asks for. */
export interface ListActions {
  open(uri: string, beside: boolean): void;
  graph(corpus: string, title: string): void;
  create(corpus: string, title: string): void;
  more(): void;
}

/** A card for each list that has anything in it; what wants a reader's care comes first. */
export function lists(stats: CorpusStats, actions: ListActions): HTMLElement[] {
  const { folder, mostUsed, missing, disagreeing, unused, orphans } = stats;
  const all = [mostUsed, disagreeing, unused, orphans].flatMap(({ first }): readonly CountedDocument[] => first);
  const opening = (each: CountedDocument, about = ''): HTMLElement => {
    // Of two documents with one title the path tells which is which.
    const isTwin = all.some(({ title, uri }) => title === each.title && uri !== each.uri);
    return documentItem(each, [...(about ? [about] : []), ...(isTwin ? [each.path] : [])].join(' · '), actions);
  };
  return [
    card('Used most', 'Notes and pages that most inquiring lines name.', mostUsed, actions, (each) =>
      opening(each, usesWords(each.inquiries, each.notes)),
    ),
    card('Wanted most', 'Titles that are named, and that no document has.', missing, actions, (each) =>
      missingItem(folder, each.title, wantedWords(each.inquiries, each.places), actions),
    ),
    card(
      'Sources that disagree',
      'Inquiring lines whose sources disagree with their text, or with other lines.',
      disagreeing,
      actions,
      (each) => opening(each, disagreementWords(each.codes)),
    ),
    card('Not used yet', 'Notes that no inquiring line names.', unused, actions, (each) => opening(each)),
    card('Alone', 'Documents that nobody names, and that name nobody.', orphans, actions, (each) => opening(each)),
  ].filter((each) => each !== undefined);
}

function card<T>(
  heading: string,
  says: string,
  { total, first }: StatsList<T>,
  actions: ListActions,
  item: (each: T) => HTMLElement,
): HTMLElement | undefined {
  if (total === 0) return undefined;
  const rest = total - first.length;
  const title = html('h3', {}, heading, html('span', { class: 'count' }, grouped(total)));
  const items = html('ul', {}, ...first.map(item));
  const section = html(
    'section',
    { class: 'card', 'aria-label': heading },
    title,
    html('p', { class: 'says' }, says),
    items,
  );
  if (rest > 0) section.append(moreItem(heading, rest, first.length, actions));
  return section;
}

function moreItem(heading: string, rest: number, shown: number, actions: ListActions): HTMLElement {
  // More than that is not for a page.
  if (shown >= 200) return html('p', { class: 'says' }, `and ${counted(rest, 'more', 'more')}`);
  const button = html(
    'button',
    { type: 'button', class: 'more', 'data-key': `more ${heading}` },
    `${counted(rest, 'more', 'more')} …`,
  );
  button.addEventListener('click', () => actions.more());
  return button;
}

function documentItem({ uri, path, title, kind }: CountedDocument, about: string, actions: ListActions): HTMLElement {
  const button = html(
    'button',
    { type: 'button', class: 'link', 'data-kind': kind, 'data-key': `open ${uri}`, title: path },
    title,
  );
  const open = (event: MouseEvent): void => actions.open(uri, event.ctrlKey || event.metaKey || event.button === 1);
  button.addEventListener('click', open);
  button.addEventListener('auxclick', (event) => {
    if (event.button === 1) open(event);
  });
  return html('li', {}, button, ...aside(about));
}

function missingItem(corpus: string, title: string, about: string, actions: ListActions): HTMLElement {
  const show = html(
    'button',
    { type: 'button', class: 'link', 'data-kind': 'missing', 'data-key': `graph ${title}`, title: 'Show in the graph' },
    title,
  );
  show.addEventListener('click', () => actions.graph(corpus, title));
  const create = html(
    'button',
    { type: 'button', class: 'create', 'data-key': `create ${title}`, 'aria-label': `Create the note “${title}”` },
    'Create',
  );
  create.addEventListener('click', () => actions.create(corpus, title));
  return html('li', {}, show, create, ...aside(about));
}

const aside = (about: string): HTMLElement[] => (about === '' ? [] : [html('span', { class: 'about' }, about)]);
