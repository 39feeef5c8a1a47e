import type { Resolution } from '../../index/resolve.ts';
import type { Snapshot } from '../../index/snapshot.ts';
import { isInquiryHeader, isListRole } from '../../syntax/sections.ts';
import type { Entry, Kind, Role, Section } from '../../syntax/summary.ts';
import { fold, oneLine } from '../../text/fold.ts';
import { lineAt } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import type { Trial } from '../trial.ts';

/**
 * What a document says, whatever its layout: what has to be the same after it was converted. Forms are none of it: a bare title
 * and a wikilink that lead to the same say the same.
 */
export interface Saying {
  readonly kind: Kind;
  /** Titles and aliases as they fold. */
  readonly title: string;
  readonly aliases: readonly string[];
  readonly sections: readonly SaidSection[];
  /** All references in text order. */
  readonly references: readonly SaidReference[];
  /** All that is written outside of the front matter, without white space and the marks of a layout. */
  readonly words: string;
  /** The lines of the front matter but for the kind. */
  readonly matter: string;
  /** Zero-based: the line that each character of `words` stands on, as near as may be. */
  readonly lineOf: (word: number) => number;
}

export interface SaidSection {
  readonly role: Role;
  /** Zero-based. */
  readonly line: number;
  readonly declared: number | undefined;
  /** The items of a list of documents. */
  readonly entries: readonly SaidEntry[];
}

export interface SaidEntry {
  readonly line: number;
  /** What it names, as in `SaidReference`; undefined for a lost title. */
  readonly names: string | undefined;
  readonly summary: string;
  readonly relation: string;
}

export interface SaidReference {
  readonly line: number;
  readonly role: Role;
  /** What it leads to: the documents' paths, or the name that no document has. */
  readonly to: string;
  readonly text: string;
}

/** @param pathOf the path by which a document is to be called, where files have moved */
export function sayingOf(
  snapshot: Snapshot,
  text: string,
  { summary, references }: Pick<Trial, 'summary' | 'references'>,
  pathOf: (path: string) => string = (path) => path,
): Saying {
  const { lines } = summary;
  const to = (name: number, resolution: Resolution): string =>
    resolution.status === 'resolved'
      ? `= ${pathOf(resolution.target.path)}`
      : resolution.status === 'ambiguous'
        ? `? ${resolution.targets.map(({ path }) => pathOf(path)).sort()}`
        : `! ${snapshot.keys.string(name)}`;
  const at = (span: Span): number => lineAt(lines, span.start);
  const said = references.map(({ reference, resolution }) => ({
    line: at(reference.span),
    role: reference.role,
    to: to(reference.name, resolution),
    text: reference.text,
  }));
  const byStart = new Map(references.map(({ reference }, index) => [reference.span.start, said[index]!.to]));
  const entryOf = (entry: Entry): SaidEntry => {
    const written = entry.reference === undefined ? undefined : summary.references[entry.reference];
    return {
      line: at(entry.span),
      names: written && (byStart.get(written.span.start) ?? written.text),
      summary: entry.summary ? plainly(text.slice(entry.summary.start, entry.summary.end)) : '',
      relation: entry.relation ? plainly(entry.relation.text) : '',
    };
  };
  const sectionOf = (section: Section): SaidSection => ({
    role: section.role,
    line: at(section.heading),
    declared: section.declared?.count,
    entries: isListRole(section.role) ? section.entries.map(entryOf) : [],
  });
  return {
    kind: summary.kind,
    title: fold(summary.title.text),
    aliases: summary.aliases.map((each) => fold(each.text)),
    sections: summary.sections.map(sectionOf),
    references: said,
    ...wordsOf(text, summary.title.text),
  };
}

/** In one line, without escapes. */
const plainly = (text: string): string =>
  oneLine(text)
    .replace(/\\+(?=[!-/:-@[-`{-~])/g, '')
    .trim();

function wordsOf(text: string, title: string): Pick<Saying, 'words' | 'matter' | 'lineOf'> {
  const [, matter = '', rest = ''] = MATTER.exec(text)!;
  const first = /^\s*(\S[^\r\n]*)/.exec(rest);
  const behind = first && isInquiryHeader(first[1]!.trim()) ? rest.slice(first[0].length) : rest;
  const words = inkOf(behind);
  const own = inkOf(title);
  // The title may stand in the front matter or in the file's name only; its mark may differ.
  const skipped = words.startsWith(own) ? own.length : 0;
  const lines = matter.split(/\r\n?|\n/).filter((line) => !/^kind[ \t]*:|^title[ \t]*:|^[ \t]*$/.test(line));
  const lineOf = (word: number): number => {
    const before = text.slice(0, text.length - behind.length).split(/\r\n?|\n/).length - 1;
    let ink = -skipped;
    const at = behind.split(/\r\n?|\n/).findIndex((line) => {
      ink += inkOf(line).length;
      return ink > word;
    });
    return before + Math.max(0, at);
  };
  return { words: words.slice(skipped), matter: lines.join('\n'), lineOf };
}

// Line by line: were it letter by letter, a run of spaces would be gone through from each of them.
const MATTER =
  /^\ufeff?(?:[ \t]*---[ \t]*(?:\r\n|\r(?!\n)|\n)((?:[^\r\n]*(?:\r\n|\r(?!\n)|\n))*?)[ \t]*---[ \t]*(?=[\r\n]|$))?([\s\S]*)$/;

/** The characters that are no white space and no mark of a layout: a wikilink is what it shows, and an escape what it hides. */
const inkOf = (text: string): string =>
  text
    .replace(/&#(?:9|32);/g, ' ')
    .replace(/\[\[[^[\]|]*\|([^[\]]*)\]\]/g, '$1')
    .replace(/[\s\\#*_`\-•—–:[\]|>=]+/gu, '');
