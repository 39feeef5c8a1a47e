import type { Role } from './summary.ts';

/** A heading that the corpus knows by name. */
export interface SectionHeading {
  readonly role: Role;
  /** `12` of `Sources 12 notes`, and where it stands in the line. */
  readonly declared?: { readonly count: number; readonly start: number; readonly end: number };
  /**
   * Whether these words alone make a file a document. `Sources` or `Related papers` head a section in many a text;
   * `Sources 12 notes` does not.
   */
  readonly certain: boolean;
}

interface Shape {
  readonly role: Role;
  readonly pattern: RegExp;
  readonly certain: (match: RegExpExecArray) => boolean;
}

const always = (): boolean => true;
const whenLong = (match: RegExpExecArray): boolean => match.groups?.['long'] !== undefined;

// The seeds glue page furniture to a heading: `Research prompt for your LLMexpand ↓`.
const SHAPES: readonly Shape[] = [
  { role: 'sources', pattern: /^Sources(?:\s+(?<count>\d+)(?<long>\s+notes?)?)?$/iu, certain: whenLong },
  {
    role: 'used-by',
    pattern: /^Inquiring lines that use this (?:note|inquiry)(?:\s+as a source)?(?:\s+(?<count>\d+))?$/iu,
    certain: always,
  },
  {
    role: 'related',
    pattern: /^Related concepts(?<long>\s+in this collection)?(?:\s+(?<count>\d+))?$/iu,
    certain: whenLong,
  },
  {
    role: 'papers',
    pattern: /^Related papers(?<long>\s+in this collection)?(?:\s+(?<count>\d+))?$/iu,
    certain: whenLong,
  },
  { role: 'prompt', pattern: /^Research prompt(?<long>\s+for your LLM)?(?:\s*expand\s*↓)?$/iu, certain: whenLong },
  { role: 'next', pattern: /^Next inquiring lines(?:\s+(?<count>\d+))?$/iu, certain: always },
  { role: 'original-title', pattern: /^Original note title$/iu, certain: always },
];

/** What section a line opens; undefined for any other line. `line` has no white space at its ends. */
export function sectionHeading(line: string): SectionHeading | undefined {
  if (line.length > 80 || !/^[siron]/i.test(line)) return undefined;
  for (const { role, pattern, certain } of SHAPES) {
    const match = pattern.exec(line);
    if (!match) continue;
    const digits = match.groups?.['count'];
    if (digits === undefined) return { role, certain: certain(match) };
    const start = line.lastIndexOf(digits);
    return { role, certain: certain(match), declared: { count: Number(digits), start, end: start + digits.length } };
  }
  return undefined;
}

/** The line that opens an inquiry. */
export function isInquiryHeader(line: string): boolean {
  return line === 'INQUIRING LINE';
}

/** What the sections of a document make it, where its front matter does not say (CORPUS.md). */
export function kindOfSections(roles: ReadonlySet<Role>): 'inquiry' | 'note' | undefined {
  if (roles.has('sources')) return 'inquiry';
  if (roles.has('used-by') || roles.has('related') || roles.has('original-title')) return 'note';
  return undefined;
}

/** Sections whose items name other documents. */
export function isListRole(role: Role): boolean {
  return role === 'sources' || role === 'used-by' || role === 'related' || role === 'next';
}
