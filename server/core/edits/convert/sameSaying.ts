import type { SaidSection, Saying } from './saying.ts';

/** Whether two texts say the same. */
export const sameSaying = (a: Saying, b: Saying): boolean => differenceBetween(a, b) === undefined;

/**
 * The first thing that another text would say otherwise, as the end of a sentence with the line in this one: `on line 12 the
 * summary would be another`. Undefined where it says the same.
 */
export function differenceBetween(a: Saying, b: Saying): string | undefined {
  if (a.kind !== b.kind) return `it would be read as ${nounOf(b.kind)}`;
  if (a.title !== b.title) return 'it would have another title';
  if (a.aliases.join('\n') !== b.aliases.join('\n')) return 'it would have other aliases';
  return sectionsDiffer(a, b) ?? referencesDiffer(a, b) ?? wordsDiffer(a, b);
}

const nounOf = (kind: Saying['kind']): string => (kind === 'inquiry' ? 'an inquiring line' : `a ${kind}`);

function sectionsDiffer(a: Saying, b: Saying): string | undefined {
  for (let at = 0; at < Math.max(a.sections.length, b.sections.length); at++) {
    const [ours, theirs] = [a.sections[at], b.sections[at]];
    if (!ours) return `a section would begin that does not`;
    if (ours.role !== theirs?.role) return `${on(ours)}the section would not be read as what it is`;
    const differs = sectionDiffers(ours, theirs);
    if (differs !== undefined) return differs;
  }
  return undefined;
}

function sectionDiffers(a: SaidSection, b: SaidSection): string | undefined {
  if (a.declared !== b.declared) return `${on(a)}the number in the heading would be another`;
  for (const [at, entry] of a.entries.entries()) {
    const other = b.entries[at];
    if (!other || entry.names !== other.names) return `${on(entry)}the item would not name the same`;
    if (entry.summary !== other.summary) return `${on(entry)}what the item says would be read otherwise`;
    if (entry.relation !== other.relation) return `${on(entry)}the relation would be read otherwise`;
  }
  return a.entries.length === b.entries.length ? undefined : `${on(a)}the list would have other items`;
}

function referencesDiffer(a: Saying, b: Saying): string | undefined {
  for (const [at, reference] of a.references.entries()) {
    const other = b.references[at];
    if (reference.role === other?.role && reference.to === other.to) continue;
    return `${on(reference)}“${reference.text}” would not name the same`;
  }
  const more = b.references[a.references.length];
  return more && `“${more.text}” would be read as a reference, which it is not`;
}

function wordsDiffer(a: Saying, b: Saying): string | undefined {
  if (a.matter !== b.matter) return 'the front matter would be another';
  if (a.words === b.words) return undefined;
  let at = 0;
  while (a.words[at] === b.words[at]) at++;
  return at < a.words.length
    ? `${on({ line: a.lineOf(at) })}text would be lost or come in another order`
    : 'there would be more text than there is';
}

const on = ({ line }: { readonly line: number }): string => `on line ${line + 1} `;
