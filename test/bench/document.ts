import { pick, random } from './random.ts';
import type { Outline } from './structure.ts';
import { type Form, nameOf } from './truth.ts';

/** What documents are written from. */
export interface Material {
  readonly seed: number;
  readonly form: Form;
  readonly titles: readonly string[];
  readonly sentences: readonly string[];
  readonly outlines: readonly Outline[];
  readonly pathOf: (self: number) => string;
}

/** The text of one document; the same whenever it is asked for. */
export function write(material: Material, self: number): string {
  const next = random(material.seed * 31 + self);
  const outline = material.outlines[self]!;
  return outline.isInquiry ? inquiry(material, next, self, outline) : note(material, next, self, outline);
}

/** Dense: one line a paragraph, no blank lines, as seed 001. */
function note(material: Material, next: () => number, self: number, { body, related, usedBy }: Outline): string {
  const { named, heading, summary, prose } = writer(material, next, self);
  const lines = [heading(1, material.titles[self]!), summary(self)];
  for (const target of body) lines.push(`${prose(2)} ${mention(next, named(target))} ${prose(1)}`);
  if (usedBy.length > 0) {
    lines.push(heading(2, `Inquiring lines that use this note as a source ${usedBy.length}`));
    lines.push(...usedBy.map((target) => `- ${named(target)}`));
  }
  lines.push(heading(2, `Related concepts in this collection ${related.length}`));
  for (const target of related) lines.push('-', named(target), summary(target), prose(1));
  return `${lines.join(material.form === 'bare' ? '\n' : '\n\n')}\n`;
}

/** Spaced: a blank line between paragraphs, as seed 000. */
function inquiry(material: Material, next: () => number, self: number, { body }: Outline): string {
  const { named, heading, summary, prose } = writer(material, next, self);
  const blocks = ['INQUIRING LINE', heading(1, material.titles[self]!), `This explores ${prose(1)}`, ''];
  for (const target of body) blocks.push(`${prose(1)} ${mention(next, named(target))} ${prose(1)}`);
  blocks.push('', heading(2, `Sources ${body.length} notes`));
  for (const target of body) blocks.push(named(target), summary(target));
  return `${blocks.join('\n\n')}\n`;
}

function writer({ form, titles, sentences, pathOf }: Material, next: () => number, self: number) {
  return {
    named: (target: number): string => nameOf(form, pathOf(self), { path: pathOf(target), title: titles[target]! }),
    heading: (depth: number, text: string): string => (form === 'bare' ? text : `${'#'.repeat(depth)} ${text}`),
    /** The same words wherever a note is described. */
    summary: (target: number): string => sentences[target % sentences.length]!,
    prose: (count: number): string => Array.from({ length: count }, () => pick(next, sentences)).join(' '),
  };
}

/** A title within a sentence, in the ways the seeds have it. */
function mention(next: () => number, name: string): string {
  const before = pick(next, [
    'A related finding goes further',
    'This also extends',
    'The key connection is to',
    'Since',
  ]);
  const after = pick(next, [' — which says more than it seems to.', '.', ', and it holds.', ' and others say so.']);
  return `${before} ${name}${after}`;
}
