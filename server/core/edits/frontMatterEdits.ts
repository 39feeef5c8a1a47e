import { isScalar, isSeq, type Pair, parseDocument, stringify } from 'yaml';
import { lineEndOf } from '../text/lines.ts';
import { span } from '../text/span.ts';
import { replaced, type TextEdit } from './edits.ts';

// Changes of a document's front matter, each one edit that leaves the rest as it was written. YAML itself is read by
// `syntax/frontMatter.ts`; what it would not understand here, it does not take for a name either.

/** Adds an alias: to the list that is there, else as a list of its own, in front matter that is made where there is none. */
export function addAlias(text: string, alias: string): TextEdit {
  const matter = matterOf(text);
  const written = scalar(alias);
  const eol = lineEndOf(text);
  if (!matter)
    return replaced(text, span(0, 0), `---${eol}aliases:${eol}  - ${written}${eol}---${eol}${gap(text, eol)}`);
  const pair = matter.pair('aliases') ?? matter.pair('alias');
  const value = pair?.value;
  const range = (value as { range?: [number, number, number] } | null)?.range;
  if (!pair || !range) return replaced(text, span(matter.end, matter.end), `aliases:${eol}  - ${written}${eol}`);
  const [start, end] = [matter.start + range[0], matter.start + range[1]];
  if (isSeq(value) && value.flow !== true) {
    const last = value.items.at(-1) as { range?: [number, number, number] };
    const behind = matter.start + (last.range?.[1] ?? range[1]);
    // Not the first character of an item such as `-mud`.
    const dash = text.lastIndexOf('-', matter.start + (last.range?.[0] ?? range[0]) - 1);
    const indent = text.slice(text.lastIndexOf('\n', dash) + 1, dash);
    return replaced(text, span(behind, behind), `${eol}${indent}- ${written}`);
  }
  if (isSeq(value)) {
    const comma = value.items.length > 0 ? ', ' : '';
    return replaced(text, span(end - 1, end - 1), comma + quoted(alias));
  }
  const before = isScalar(value) && typeof value.value === 'string' ? value.value.trim() : '';
  const list = [before, alias].filter(Boolean).map(quoted).join(', ');
  return replaced(text, span(start, end), `${text[start - 1] === ':' ? ' ' : ''}[${list}]`);
}

/** Gives a document that has no title of its own one, in its front matter. */
export function addTitle(text: string, title: string): TextEdit {
  const matter = matterOf(text);
  const eol = lineEndOf(text);
  const line = `title: ${scalar(title)}${eol}`;
  if (matter) return replaced(text, span(matter.start, matter.start), line);
  return replaced(text, span(0, 0), `---${eol}${line}---${eol}${gap(text, eol)}`);
}

/** A value as YAML writes it behind a key or a dash: quoted only where it must be. */
export const scalar = (value: string): string => stringify(value, { lineWidth: 0, blockQuote: false }).trimEnd();

/** The same inside of `[…]`, where a comma would end it. JSON's quotes are YAML's. */
const quoted = (value: string): string => JSON.stringify(value);

/** A blank line between new front matter and the text, where there is none. */
const gap = (text: string, eol: string): string => (/^\s*(?:\r|\n|$)/.test(text) ? '' : eol);

interface Matter {
  /** Where what stands between the fences begins and ends. */
  readonly start: number;
  readonly end: number;
  pair(key: string): Pair | undefined;
}

function matterOf(text: string): Matter | undefined {
  const open = /^---[ \t]*(?:\r\n|\n|\r)/.exec(text)?.[0].length;
  if (open === undefined) return undefined;
  const close = /^---[ \t]*$/m.exec(text.slice(open));
  if (!close) return undefined;
  const source = text.slice(open, open + close.index);
  const yaml = parseDocument(source, { schema: 'failsafe', logLevel: 'silent', uniqueKeys: false, stringKeys: true });
  const items = (yaml.contents as { items?: Pair[] } | null)?.items ?? [];
  return {
    start: open,
    end: open + close.index,
    pair: (key) => items.find((each) => isScalar(each.key) && each.key.value === key),
  };
}
