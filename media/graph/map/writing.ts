/**
 * How the names on the map are written: in which size, in how many lines, with what under them. Pure: the page brings its ruler.
 */
import { KIND_NUMBERS } from '../../../server/protocol.ts';
import { wrap } from '../labels.ts';
import type { Ruler, Type } from '../near/lettering.ts';
import type { Drawn } from './drawn.ts';

export interface Writing extends Type {
  readonly lines: readonly string[];
  /** Smaller, fainter lines under it: how many there are, or a sentence. */
  readonly under: readonly string[];
  readonly italic: boolean;
  /** Faint; in a closed group, where it needs no halo; or with a sentence under it. */
  readonly look: 'plain' | 'faint' | 'inside' | 'said';
  /** What it takes, in pixels. */
  readonly width: number;
}

/** From this radius in pixels a closed group has its name in it; a smaller one beside it, unless the name is short. */
const roomInside = 30;

export function fitsInside({ whole, left }: Drawn, group: number, radius: number): boolean {
  const { length } = whole.nodes.titles[left.most[group]!] ?? '';
  return radius >= roomInside || (radius > 13 && length * 6 < radius * 1.7);
}

export const underType: Type = { size: 10, line: 13, weight: 400 };

const groupSizes = [11, 13, 15, 18, 22];
const missing = KIND_NUMBERS.indexOf('missing');

export function heightOf({ lines, under, line }: Pick<Writing, 'lines' | 'under' | 'line'>): number {
  return lines.length * line + under.length * underType.line;
}

type Form = Omit<Writing, 'lines' | 'width'>;

const types = {
  focus: { size: 13, line: 16, weight: 600 },
  near: { size: 12, line: 15, weight: 400 },
  far: { size: 11, line: 13, weight: 400 },
} satisfies Record<string, Type>;

export interface Writer {
  /** The name of a group that is so large (radius in pixels): its most used document's. */
  group(drawn: Drawn, group: number, radius: number, isOpen: boolean): Writing;
  node(drawn: Drawn, node: number, which: keyof typeof types, said: string | undefined): Writing;
}

export function createWriter(ruler: Ruler): Writer {
  const written = new Map<string, Writing>();

  const write = (title: string, columns: number, lines: number, form: Form): Writing => {
    const key = `${form.size} ${form.weight} ${form.look} ${form.italic} ${columns} ${lines} ${form.under.join(' ')}\n${title}`;
    const known = written.get(key);
    if (known) return known;
    if (written.size > 4000) written.clear();
    // A title of ten thousand characters is not read to its end for three lines.
    const wrapped = wrap(title.slice(0, 300), columns, lines);
    const widths = [...wrapped.map((text) => ruler(text, form)), ...form.under.map((text) => ruler(text, underType))];
    const writing = { ...form, lines: wrapped, width: Math.ceil(Math.max(0, ...widths)) };
    written.set(key, writing);
    return writing;
  };

  return {
    group: (drawn, group, radius, isOpen) => {
      const { whole, left } = drawn;
      const title = whole.nodes.titles[left.most[group]!] ?? '';
      const look = isOpen ? 'faint' : fitsInside(drawn, group, radius) ? 'inside' : 'plain';
      if (radius < roomInside) return write(title, 18, 2, { ...types.far, under: [], italic: false, look });
      const size = groupSizes[Math.max(0, Math.min(groupSizes.length - 1, Math.floor((radius - 34) / 34)))]!;
      const fits = Math.min(26, Math.floor((radius * 1.75) / (size * 0.53) / 2) * 2);
      const columns = Math.max(fits, Math.min(13, longestWord(title)));
      const lines = Math.max(1, Math.min(3, Math.floor((radius * 1.3) / (size * 1.25))));
      return write(title, columns, lines, {
        size,
        line: Math.round(size * 1.22),
        weight: size > 13 ? 600 : 400,
        under: isOpen ? [] : [left.members[group]!.toLocaleString()],
        italic: false,
        look,
      });
    },
    node: ({ whole: { nodes } }, node, which, said) => {
      const isMissing = nodes.kinds[node] === missing;
      return write(nodes.titles[node]!, 24, which === 'far' ? 2 : 3, {
        ...types[which],
        under: said === undefined ? [] : wrap(said.slice(0, 300), 36, 3),
        italic: isMissing,
        look: said !== undefined ? 'said' : which === 'far' && isMissing ? 'faint' : 'plain',
      });
    },
  };
}

function longestWord(title: string): number {
  const words = title.slice(0, 60).split(/\s+/u);
  return Math.max(0, ...words.map((word) => word.length));
}
