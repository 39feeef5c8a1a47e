import { referencesOf } from '../../index/references.ts';
import { titlesTyped, type Word, wordsOf } from '../../index/typed.ts';
import { standsAlone } from '../../text/boundaries.ts';
import { type Span, span } from '../../text/span.ts';
import { isWordUnit } from '../../text/words.ts';
import { betweenWords } from './between.ts';
import type { Here } from './here.ts';
import { type Completion, type CompletionItem, itemOf, MOST, NOTHING, offered } from './items.ts';
import { withoutTyped } from './namedHere.ts';
import { isPlainTitle, likeTitle, type Probe, probe } from './probe.ts';
import { runSpan } from './typedRun.ts';
import { restOf } from './wrapped.ts';
import { type Writing, writingsOf } from './writing.ts';

/** So many words before the cursor may belong to a title. */
const MOST_WORDS = 16;
/** They stand in so many units. */
const FARTHEST = 400;

/** Titles whose words are typed bare where a bare title may stand; what was typed of one is replaced as a whole. */
export function inProse(here: Here): Completion {
  const { snapshot, left, right, line } = here;
  if (!isWordUnit(left.charCodeAt(left.length - 1)) || isWordUnit(right.charCodeAt(0))) return NOTHING;
  const words = lastWords(left);
  const found = titlesTyped(
    snapshot,
    words.map(({ word }) => word),
    2 * MOST,
  );
  if (found.length === 0) return NOTHING;
  const last = span(line.start + words.at(-1)!.start, here.offset);
  const prose = probeOf(here, last, found[0]!.text).prose;
  if (!prose) return NOTHING;
  const barred = barredBy(here);
  const isItself = betweenWords(here);
  const known = new Map<string, boolean>();
  const items: CompletionItem[] = [];
  const first = prose.start - line.start;
  const inside = words.filter(({ start }) => start >= first);
  for (const typed of withoutTyped(here, found)) {
    if ('document' in typed ? typed.document.id === here.document.id : prose.role === 'papers') continue;
    const replaces = runSpan(here, typed, inside);
    if (!replaces || barred(replaces) || !standsAlone(here.text, replaces.start, replaces.end)) continue;
    const rest = restOf(here, typed, replaces, prose.start);
    if (rest === 'none') continue;
    const writing = (rest ? [rest] : writingsOf(here, typed, false)).find((each) => {
      const isRead = rest || each.form !== 'mention' || isItself(replaces, typed, each.text);
      return isRead && stands(here, replaces, each, typed.text, known);
    });
    if (!writing) continue;
    items.push({ ...itemOf(typed), replaces, insert: writing.text });
    if (items.length === MOST) break;
  }
  return offered(items);
}

function lastWords(left: string): Word[] {
  const from = Math.max(0, left.length - FARTHEST);
  const words = wordsOf(left.slice(from)).map((each) => ({ ...each, start: from + each.start, end: from + each.end }));
  // The first one may be the end of a longer one.
  return words.slice(from > 0 ? 1 : 0).slice(-MOST_WORDS);
}

function probeOf(here: Here, replaced: Span, title: string): Probe {
  const inserted = likeTitle(title);
  return probe(here, replaced, inserted, span(0, inserted.length));
}

/** Whether it would be read as what it is meant for. What was found out for one plain title holds for others like it. */
function stands(here: Here, replaces: Span, writing: Writing, title: string, known: Map<string, boolean>): boolean {
  const { text, target, form } = writing;
  const look = (inserted: string, looked: Span): boolean => {
    const found = probe(here, replaces, inserted, looked);
    return form === 'mention' ? found.prose !== undefined : found.reference?.form === form;
  };
  if (!isPlainTitle(title)) return look(text, target);
  const like = likeTitle(title);
  const kind = `${form} ${replaces.start} ${like}`;
  let answer = known.get(kind);
  if (answer === undefined) {
    answer = form === 'mention' ? look(like, span(0, like.length)) : look(text, target);
    known.set(kind, answer);
  }
  return answer;
}

/** Whether a title that already stands before the cursor would take words away from one that begins within it. */
function barredBy({ snapshot, document, line, offset }: Here): (at: Span) => boolean {
  const mentions = referencesOf(snapshot, document).filter(
    ({ form, span }) => form === 'mention' && span.end > line.start && span.start < offset,
  );
  return (at) => mentions.some(({ span }) => span.start < at.start && at.start < span.end);
}
