/**
 * Which colour each node has: by its kind, folder, tag or community. Pure but for the palette.
 */
import { KIND_NUMBERS } from '../../../server/protocol.ts';
import type { Colouring, Swatch } from '../looks.ts';
import { kindWord } from '../words.ts';
import type { Drawn } from './drawn.ts';
import type { Left } from './left.ts';
import { type Colour, css, type Palette } from './palette.ts';
import type { Labelled } from './shelves.ts';
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
  if (by === 'kind')
    return counted(whole.nodes.kinds, Uint8Array.from(KIND_NUMBERS.keys()), KIND_NUMBERS.map(kindWord), left, true);
  const { of: shelf, names } = shelfBy(by, whole);
  const counts = new Uint32Array(names.length);
  for (let node = 0; node < whole.count; node++) if (left.nodes[node]) counts[shelf[node]!]!++;
  const chosen = Array.from(names.keys())
    .filter((number) => names[number] !== '' && counts[number]! > 0)
    .sort((a, b) => counts[b]! - counts[a]! || a - b)
    .slice(0, hues);
  const hue = new Uint8Array(names.length).fill(hues);
  chosen.forEach((number, at) => {
    hue[number] = at;
  });
  const told = Array.from({ length: hues }, (_, at) => names[chosen[at] ?? -1] ?? '');
  const titles = by === 'community' ? told.map((name) => communityName(name, whole, left)) : told;
  return counted(shelf, hue, [...titles, 'all others'], left, false);
}

/** The shelf that each node stands on. A community is called by its number here. */
function shelfBy(by: 'folder' | 'tag' | 'community', { shelves, grouping, nodes, groups }: Whole): Labelled {
  if (by === 'folder') return shelves.folderOf;
  if (by === 'tag') return shelves.tagOf;
  const names = Array.from(groups.parents, (_, group) => `${group}`);
  return { names, of: nodes.groups.map((group) => grouping.first[group]!) };
}

/** A community is called as its most used document. */
function communityName(name: string, { nodes }: Whole, left: Left): string {
  return nodes.titles[left.most[Number(name)]!] ?? name;
}

/** @param hue the colour of each shelf */
function counted(
  shelf: Uint8Array | Uint32Array,
  hue: Uint8Array,
  names: readonly string[],
  left: Left,
  isByKind: boolean,
): Colours {
  const of = new Uint8Array(shelf.length);
  const counts = names.map(() => 0);
  for (let node = 0; node < of.length; node++) {
    of[node] = hue[shelf[node]!]!;
    if (left.nodes[node]) counts[of[node]!]!++;
  }
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

const missing = KIND_NUMBERS.indexOf('missing');

/** A closed group has the colour that most of its members have. */
export function coloursOfGroups(
  {
    cut: { closed },
    whole: {
      grouping,
      nodes: { kinds },
    },
    left,
  }: Drawn,
  colours: Colours,
): Uint8Array<ArrayBuffer> {
  const counts = new Float32Array(16);
  return Uint8Array.from(closed, (group) => {
    counts.fill(0);
    for (let at = grouping.starts[group]!; at < grouping.ends[group]!; at++) {
      const node = grouping.order[at]!;
      // Missing notes are many, and say least of a group.
      if (left.nodes[node]) counts[colours.of[node]!]! += kinds[node] === missing ? 0.01 : 1;
    }
    return counts.indexOf(Math.max(...counts));
  });
}
