/**
 * Which colour each node has: by its kind, folder, tag or community. Pure but for the palette.
 */
import { KIND_NUMBERS } from '../../../server/protocol.ts';
import type { Colouring, Swatch } from '../picture.ts';
import { kindWord } from '../words.ts';
import type { Left } from './left.ts';
import { type Colour, css, type Palette } from './palette.ts';
import { common } from './shelves.ts';
import type { Whole } from './whole.ts';

export interface Colours {
  /** For each node an index into the colours. */
  readonly of: Uint8Array;
  /** What each index stands for, and how many have it. */
  readonly names: readonly string[];
  readonly counts: readonly number[];
  readonly isByKind: boolean;
}

/** So many have a hue of their own; the rest is grey. */
const hues = 8;

export function coloursBy(by: Colouring, whole: Whole, left: Left): Colours {
  if (by === 'kind') return counted(whole.nodes.kinds, KIND_NUMBERS.map(kindWord), left, true);
  const named = byName(by, whole);
  const counts = new Map<string, number>();
  for (let node = 0; node < whole.count; node++) {
    const name = left.nodes[node] ? named(node) : '';
    if (name !== '') counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const chosen = common(counts).slice(0, hues);
  const index = new Map(chosen.map((name, at) => [name, at]));
  const of = new Uint8Array(whole.count);
  for (let node = 0; node < whole.count; node++) of[node] = index.get(named(node)) ?? hues;
  const names = Array.from({ length: hues + 1 }, (_, at) => (at === hues ? 'all others' : (chosen[at] ?? '')));
  return counted(of, by === 'community' ? names.map((name) => communityName(name, whole, left)) : names, left, false);
}

function byName(by: Colouring, whole: Whole): (node: number) => string {
  if (by === 'folder') return (node) => whole.shelves.folderOf[node]!;
  if (by === 'tag') return (node) => whole.shelves.tagOf[node]!;
  const names = Array.from(whole.groups.parents, (_, group) => `community ${group}`);
  return (node) => names[whole.grouping.first[whole.nodes.groups[node]!]!]!;
}

/** A community is called as its most used document. */
function communityName(name: string, whole: Whole, left: Left): string {
  const group = /^community (\d+)$/.exec(name)?.[1];
  return group === undefined ? name : (whole.nodes.titles[left.most[Number(group)]!] ?? name);
}

function counted(of: Uint8Array, names: readonly string[], left: Left, isByKind: boolean): Colours {
  const counts = names.map(() => 0);
  for (let node = 0; node < of.length; node++) if (left.nodes[node]) counts[of[node]!]!++;
  return { of, names, counts, isByKind };
}

/** The colours of the indices, in this theme. */
export function listOf({ isByKind }: Colours, palette: Palette): readonly Colour[] {
  return isByKind ? palette.kinds : palette.hues;
}

export function swatchesOf(colours: Colours, palette: Palette): readonly Swatch[] {
  const list = listOf(colours, palette);
  return colours.names.flatMap((name, at) => {
    const count = colours.counts[at]!;
    return count === 0 ? [] : [{ name, colour: css(list[at]!), count }];
  });
}
