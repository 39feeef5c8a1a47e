import { type Options, type Snapshot, type Span, Workspace } from '../server/core/index.ts';

/** A stretch of a fixture's text that is underlined, and what is written behind the underline. */
export interface Mark {
  readonly path: string;
  readonly span: Span;
  readonly label: string;
}

/** A corpus in one string. */
export interface Fixture {
  readonly files: ReadonlyMap<string, string>;
  readonly marks: readonly Mark[];
  /** Where `$0` stood; it is not in the text. */
  readonly cursor?: { readonly path: string; readonly offset: number };
}

/**
 * Reads a picture of a corpus:
 *
 *     === rain.txt
 *     INQUIRING LINE
 *     Does rain$0 matter?
 *     We know that Why mud sticks to boots matters.
 *                  ^^^^^^^^^^^^^^^^^^^^^^^ mention in body → mud.txt
 *
 * A line `=== path` opens a file, `$0` is the cursor, and a line of `^^^` underlines part of the line above it and is no
 * part of the text; labelled `…`, it goes on with the next underline. `\r` and the like are written as such in the string.
 */
export function readFixture(picture: string): Fixture {
  const files = new Map<string, string>();
  const marks: Mark[] = [];
  let cursor: Fixture['cursor'];
  for (const [, path, body] of picture.matchAll(/^=== (.+)\n([\s\S]*?)(?=^=== |(?![\s\S]))/gm)) {
    let text = '';
    let lineStart = 0;
    let open: number | undefined;
    for (const line of body!.split('\n').slice(0, -1)) {
      const underline = /^( *)(\^+) ?(.*)$/.exec(line);
      if (underline) {
        const start = lineStart + underline[1]!.length;
        if (underline[3] === '…') open ??= start;
        else {
          marks.push({
            path: path!,
            span: { start: open ?? start, end: start + underline[2]!.length },
            label: underline[3]!,
          });
          open = undefined;
        }
        continue;
      }
      lineStart = text.length;
      const at = line.indexOf('$0');
      if (at >= 0) cursor = { path: path!, offset: lineStart + at };
      text += `${line.replace('$0', '')}\n`;
    }
    files.set(path!, text);
  }
  return { files, marks, ...(cursor && { cursor }) };
}

/** The snapshot of some files. */
export function snapshotOf(files: ReadonlyMap<string, string>, options: Partial<Options> = {}): Snapshot {
  const workspace = new Workspace((path) => files.get(path), { minimumWords: 3, ...options });
  return workspace.apply([...files].map(([path, text]) => ({ path, text })));
}

/** Marks as a picture again, for comparing: each with the text that it underlines. */
export function drawn(files: ReadonlyMap<string, string>, marks: readonly Mark[]): string {
  return [...marks]
    .sort((a, b) => (a.path === b.path ? a.span.start - b.span.start : a.path < b.path ? -1 : 1))
    .map(({ path, span, label }) => `${path}: ${JSON.stringify(files.get(path)?.slice(span.start, span.end))} ${label}`)
    .join('\n');
}
