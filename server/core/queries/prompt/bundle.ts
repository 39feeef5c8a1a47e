import type { Document } from '../../index/document.ts';
import type { Snapshot } from '../../index/snapshot.ts';
import { bodyOf } from './bodyOf.ts';
import { type Source, sourcesOf } from './sources.ts';

/** A source in a bundle: what is always said of it, and the text of its note. */
interface Piece {
  readonly head: string;
  readonly body: string;
}

/** So much is kept free for saying that a text was left out, in UTF-16 units. */
const REMARK = 100;

/** Less of a text than so much is not worth a cut. */
const LEAST = 300;

/**
 * A prompt with the sources of its inquiry behind it, in their order: the title of each, the summary that the inquiry gives, and
 * the text of the note. What does not fit is left out, and that is said: first the texts of the last sources, then the sources.
 *
 * @param prompt comes first, whole, however long it is
 * @param longest how many UTF-16 units it may be in all
 */
export function bundle(snapshot: Snapshot, document: Document, prompt: string, longest: number): string {
  const pieces = sourcesOf(snapshot, document).map((source, at) => pieceOf(snapshot, source, at + 1));
  const opening = `${prompt.trimEnd()}\n\n# Sources\n`;
  if (pieces.length === 0) return `${opening}\nNone are listed.\n`;
  let room = longest - opening.length - REMARK;
  const heads = pieces.filter(({ head, body }) => {
    room -= head.length + (body === '' ? 0 : REMARK);
    return room >= 0;
  });
  // What the last head took that did not fit is free again.
  room = longest - opening.length - REMARK;
  for (const { head, body } of heads) room -= head.length + (body === '' ? 0 : REMARK);
  const written = heads.map(({ head, body }) => {
    const kept = cut(body, room + REMARK);
    room -= Math.max(0, kept.length - REMARK);
    return head + kept;
  });
  const rest = pieces.length - heads.length;
  const remark = `\n[${rest} more source${rest === 1 ? ' is' : 's are'} left out, to keep this text short.]\n`;
  return opening + written.join('') + (rest > 0 ? remark : '');
}

function pieceOf(snapshot: Snapshot, { title, summary, target, status }: Source, number: number): Piece {
  const body = target && bodyOf(snapshot, target);
  const remark =
    status === 'ambiguous'
      ? '[Several notes have this title, so that only the summary is here.]'
      : status === 'dangling'
        ? `[There is no note of this title${title === undefined ? '' : ' yet'}, so that only the summary is here.]`
        : body === undefined
          ? '[The text of this note cannot be read.]'
          : body === ''
            ? '[The note has no text of its own.]'
            : '';
  const lines = [
    `## ${number}. ${title ?? 'A source whose title is lost'}`,
    ...(summary ? [`Summary: ${summary}`] : []),
  ];
  return {
    head: [...lines, ...(remark === '' ? [] : [remark])].map((each) => `\n${each}\n`).join(''),
    body: body ? `\n${body}\n` : '',
  };
}

/** As much of a text as there is room for, up to the end of a line or a word, and how much is missing. */
function cut(text: string, room: number): string {
  if (text.length <= room) return text;
  const most = room - REMARK;
  const end = most >= LEAST ? endBefore(text, most) : 0;
  const left = text.slice(end).trim().length;
  if (end === 0) return `\n[The text of this note, ${left} characters, is left out.]\n`;
  return `${text.slice(0, end)}\n\n[The rest of this note, ${left} characters, is left out.]\n`;
}

function endBefore(text: string, most: number): number {
  const line = text.lastIndexOf('\n', most);
  const end = line > most / 2 ? line : text.lastIndexOf(' ', most);
  return text.slice(0, end > 0 ? end : /[\udc00-\udfff]/.test(text[most] ?? '') ? most - 1 : most).trimEnd().length;
}
