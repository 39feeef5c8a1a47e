import { foldWord } from '../text/fold.ts';
import type { Prose } from './summary.ts';

/** More are no tags but data; nor is what is longer, in UTF-16 units. */
const MOST = 64;
const LONGEST = 100;

/** How tags are compared: `Soil` and `soil` are one. */
export const tagKey = foldWord;

/** Whether a tag is the one that is asked for, or lies below it: `soil/clay` is `soil` too. Both as `tagKey` makes them. */
export const isTagged = (key: string, wanted: string): boolean =>
  key.startsWith(wanted) && (key.length === wanted.length || key[wanted.length] === '/');

/**
 * The tags of a text, each as it is written first, in the order of their first occurrence: what its front matter gives, and
 * `#tag` in the prose of its body, as Obsidian and Foam have it. What lists say of other documents tells nothing of this one:
 * `- [[Mud]] — wet #clay`.
 */
export function tagsIn(text: string, given: readonly string[], prose: readonly Prose[]): readonly string[] {
  const first = text.indexOf('#');
  if (first < 0 && given.length === 0) return NONE;
  const tags = new Map<string, string>();
  for (const each of given) add(each, tags);
  if (first >= 0) addInline(text, prose, first, tags);
  return tags.size > 0 ? [...tags.values()] : NONE;
}

const NONE: readonly string[] = [];

function add(written: string, tags: Map<string, string>): void {
  if (tags.size === MOST || written.length > 2 * LONGEST) return;
  // `"#soil"`, and `soil/` while one types.
  const tag = written.replace(/^[\s#]+|[\s/]+$/g, '').normalize('NFC');
  if (tag === '' || tag.length > LONGEST) return;
  const key = tagKey(tag);
  if (!tags.has(key)) tags.set(key, tag);
}

/** What one line of front matter names: `soil, wet clay`, or `soil clay`. */
export const tagsInLine = (line: string): readonly string[] => line.split(line.includes(',') ? ',' : ' ');

/**
 * A sharp at the beginning or behind white space, and what may be in a tag behind it. What hides one is no prose: code, links,
 * URLs, the marks of a heading.
 */
function addInline(text: string, prose: readonly Prose[], first: number, tags: Map<string, string>): void {
  let mark = first;
  for (const { start, end, role } of prose) {
    if (mark < start) mark = text.indexOf('#', start);
    if (mark < 0 || tags.size === MOST) return;
    for (; mark >= 0 && mark < end; mark = text.indexOf('#', mark + 1)) {
      if (role !== 'body' || (mark > 0 && !/\s/.test(text[mark - 1]!))) continue;
      WRITTEN.lastIndex = mark + 1;
      const tag = WRITTEN.exec(text)?.[0];
      if (tag !== undefined && mark + 1 + tag.length <= end && isTag(tag)) add(tag, tags);
    }
  }
}

/** What is cut off here is too long for `add`. */
const WRITTEN = /[\p{L}\p{M}\p{N}_/-]{1,201}/uy;

/** `#1` is a number, `#--` a line. */
const isTag = (text: string): boolean => /[^\p{N}]/u.test(text) && /[\p{L}\p{N}]/u.test(text);
