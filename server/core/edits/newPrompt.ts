import type { Document } from '../index/document.ts';
import type { Snapshot } from '../index/snapshot.ts';
import { summaryOf } from '../index/summaries.ts';
import { promptIn } from '../queries/prompt/furniture.ts';
import { promptOf } from '../queries/prompt/prompt.ts';
import type { Section, Summary } from '../syntax/summary.ts';
import { lineEndOf } from '../text/lines.ts';
import { type Span, span } from '../text/span.ts';
import { edited, type FileEdits, type Refused, replaced, type TextEdit } from './edits.ts';
import { movedOn } from './movedOn.ts';
import { joinedBlocks, promptBlocks } from './promptText.ts';
import { type Reading, readingOf, sameDocument, sameMeanings } from './rewrite.ts';
import { trial } from './trial.ts';

/** A research prompt for an inquiry, as a text by itself. Refused for what is no inquiry, or has one. */
export function madePrompt(snapshot: Snapshot, document: Document): { readonly text: string } | Refused {
  const refusal = refusalFor(snapshot, document);
  return refusal ?? { text: joinedBlocks(promptBlocks(snapshot, document), document.layout) };
}

/**
 * The edit that gives an inquiry a research prompt: below the heading that is there for it, else in a section of its own before
 * the next inquiring lines, or at the end. A prompt that is there is never touched.
 *
 * How old something is, is not marked in a file: months go by, and whoever copies the prompt is told then.
 */
export function newPrompt(snapshot: Snapshot, document: Document): FileEdits | Refused {
  const refusal = refusalFor(snapshot, document);
  if (refusal) return refusal;
  const { path } = document;
  const reading = readingOf(snapshot, document);
  const summary = reading && summaryOf(snapshot, document);
  if (!reading || !summary) return movedOn(path);
  const eol = lineEndOf(reading.text);
  const prompt = joinedBlocks(promptBlocks(snapshot, document), document.layout).replaceAll('\n', eol);
  const edit = editFor(reading.text, summary, prompt, eol);
  // Behind a fence that nobody closed, it would be code.
  if (isRight(reading, summary, edit, prompt)) return { path, edits: [edit] };
  return { refused: `No research prompt could be written into “${path}” that would be read as one.` };
}

function refusalFor(snapshot: Snapshot, document: Document): Refused | undefined {
  const { kind, path } = document;
  if (kind !== 'inquiry') return { refused: `“${path}” is no inquiring line, so it has no research prompt.` };
  if (promptOf(snapshot, document)) return { refused: `“${path}” has a research prompt already.` };
  return undefined;
}

const HEADING = 'Research prompt for your LLM';

function editFor(text: string, { sections, layout }: Summary, prompt: string, eol: string): TextEdit {
  const gap = layout === 'dense' ? eol : eol + eol;
  const own = sections.find(({ role }) => role === 'prompt');
  if (own) {
    const { end } = promptIn(text, own, layout);
    return replaced(text, span(end, end), gap + prompt);
  }
  const heading = layout === 'markdown' ? `${marksOf(text, sections)} ${HEADING}` : HEADING;
  const next = sections.find(({ role }) => role === 'next');
  if (next) {
    const at = next.heading.start;
    return replaced(text, span(at, at), `${heading}${gap}${prompt}${gap}`);
  }
  const end = text.trimEnd().length;
  return replaced(text, span(end, end), `${gap}${heading}${gap}${prompt}`);
}

/** `##`, or what the other sections of the text begin with. */
function marksOf(text: string, sections: readonly Section[]): string {
  const first = sections[0]?.heading;
  return (first && /^#{1,6}(?=[ \t])/.exec(text.slice(first.start, first.end))?.[0]) ?? '##';
}

/** Whether the text is then read as before, and with this prompt. */
function isRight(reading: Reading, before: Summary, edit: TextEdit, prompt: string): boolean {
  const { snapshot, document, references } = reading;
  const text = edited(reading.text, [edit]);
  const read = trial(snapshot, document.path, text);
  if (!read || !sameDocument(document, read.document) || !sameMeanings(references, read.references)) return false;
  const others = ({ sections }: Summary): string =>
    JSON.stringify(sections.filter(({ role }) => role !== 'prompt').map(({ role, entries }) => [role, entries.length]));
  const own = read.summary.sections
    .filter(({ role }) => role === 'prompt')
    .map((each) => promptIn(text, each, before.layout));
  const isPrompt = (at: Span): boolean => text.slice(at.start, at.end) === prompt;
  return others(before) === others(read.summary) && own.some(isPrompt);
}
