import type { Document } from '../index/document.ts';
import type { Snapshot } from '../index/snapshot.ts';
import { dateOf, type Listed, papersCited, papersListed } from '../queries/prompt/evidence.ts';
import { type Source, sourcesOf } from '../queries/prompt/sources.ts';
import { datesIn } from '../syntax/dates.ts';
import { paperName } from '../syntax/papers.ts';
import type { Layout } from '../syntax/summary.ts';
import { oneLine } from '../text/fold.ts';
import { span } from '../text/span.ts';
import { summaryGiven } from './summaryGiven.ts';

/** So many papers are a beginning; more are a library. */
const MOST_PAPERS = 30;

/**
 * A research prompt for an inquiry: its question, what its sources say and how old that is, and the papers that it and they
 * cite. Blocks in their order; the items of a list are one block.
 */
export function promptBlocks(snapshot: Snapshot, document: Document): Block[] {
  const sources = sourcesOf(snapshot, document);
  const findings = sources.flatMap((source) => findingOf(snapshot, source));
  const papers = papersOf(snapshot, document, sources).map(paperLine);
  return [
    `You are a careful research assistant who checks claims against publications. The question is still open: “${document.title.text}” Do not assume that what follows has settled it.`,
    ...(findings.length > 0
      ? [
          'What the notes of this collection say, each with the month of its evidence where one is known:',
          { items: findings },
        ]
      : []),
    ...(papers.length > 0
      ? ['Papers to begin with (look each of them up; ids and dates may be wrong):', { items: papers }]
      : []),
    'Your task:',
    {
      lines: [
        findings.length > 0
          ? '(1) Go through what the notes say, one by one. Tell whether later work confirms it, narrows it or overturns it, and name that work. Say so plainly where nothing newer was found.'
          : '(1) Survey what is known about the question, the newest work first, and tell what is agreed upon and what is not.',
        '(2) Make the strongest case against the answer that seems likely now, from published work.',
        '(3) Propose two questions that would be worth asking next, and what evidence would decide them.',
      ],
    },
    'Name the arXiv id or the DOI of everything that you rely on, and mark each statement that you could not trace to a publication.',
  ];
}

/** A paragraph; the items of a list; or lines that stand below each other. */
export type Block = string | { readonly items: readonly string[] } | { readonly lines: readonly string[] };

/** The blocks as a text of that layout writes them. */
export function joinedBlocks(blocks: readonly Block[], layout: Layout): string {
  const bullet = layout === 'markdown' ? '-' : '•';
  const gap = layout === 'dense' ? '\n' : '\n\n';
  let text = '';
  for (const block of blocks) {
    const written =
      typeof block === 'string'
        ? block
        : 'items' in block
          ? block.items.map((each) => `${bullet} ${each}`).join('\n')
          : block.lines.join(layout === 'markdown' ? '\n\n' : '\n');
    // In plain text a list follows the line that announces it; in Markdown it needs a blank line to be sure of.
    const isList = typeof block !== 'string' && layout !== 'markdown';
    text += text === '' ? written : `${isList ? '\n' : gap}${written}`;
  }
  return text;
}

/** `Clay platelets slide over each other and hold (2025-06).` */
function findingOf(snapshot: Snapshot, { title, summary, target }: Source): string[] {
  const said = summary ?? (target && summaryGiven(snapshot, target)) ?? title;
  if (said === undefined) return [];
  const words = oneLine(said).trim();
  const date = target && dateOf(snapshot, target);
  // It may say itself when it was found.
  if (date === undefined || datesIn(words, span(0, words.length)).length > 0) return [words];
  return [words.endsWith('.') ? `${words.slice(0, -1)} (${date}).` : `${words} (${date})`];
}

/** Of the inquiry first, then of its sources in their order; each paper once, with the words that some list has for it. */
function papersOf(snapshot: Snapshot, document: Document, sources: readonly Source[]): Listed[] {
  const papers = new Map<string, Listed>();
  const targets = sources.flatMap(({ target }) => target ?? []);
  for (const listed of [
    ...papersCited(snapshot, document),
    ...targets.flatMap((each) => papersListed(snapshot, each)),
  ]) {
    const key = `${listed.paper.kind} ${listed.paper.id}`;
    const before = papers.get(key);
    if (!before || (before.words === undefined && listed.words !== undefined)) papers.set(key, listed);
  }
  return [...papers.values()].slice(0, MOST_PAPERS);
}

/** `arXiv:2305.12345 (2023-05) — Plates at rest`. */
function paperLine({ paper, words }: Listed): string {
  const date = paper.month === undefined ? '' : ` (${paper.month})`;
  return `${paperName(paper)}${date}${words === undefined ? '' : ` — ${words}`}`;
}
