/**
 * Which names stand on the map, and where: none over another. Pure.
 */
import { type Box, overlap } from '../labels.ts';

/** A name that would like to stand on the stage. */
export interface Wish {
  /** What it is the name of: the same as long as that is the same. */
  readonly key: string;
  /** The higher, the sooner it is given room. */
  readonly weight: number;
  /** Where it could stand, the best place first: boxes in pixels of the stage. Asked for only when it is its turn. */
  boxes(): readonly Box[];
  /** So many pixels around it are to be free of other names. */
  readonly room?: number;
  /** It stands in its own shape. */
  readonly isInside?: boolean;
  /** It may cover shapes, where there is no better place: the reader looks at it. */
  readonly isSure?: boolean;
}

/** No more names than this: the eye reads no more at once. */
const most = 140;

/** So many are tried to find them: behind these, names are of what hardly matters. */
const tries = 700;

/** A name that is shown stays rather than that another takes its place which is hardly more important. */
const loyalty = 1.6;

/** The size of a cell of the grid in which boxes are looked for, in pixels. */
const cell = 72;

/**
 * The names that have room, with the box in which each stands.
 *
 * @param taken boxes that names keep off
 * @param shown the keys of the names that were shown until now
 */
export function named<W extends Wish>(
  wishes: readonly W[],
  taken: readonly Box[],
  shown: { has(key: string): boolean },
): { readonly title: W; readonly box: Box }[] {
  const weight = (wish: Wish): number => wish.weight * (shown.has(wish.key) ? loyalty : 1);
  const order = wishes.map((wish) => ({ wish, by: weight(wish) })).sort((a, b) => b.by - a.by);
  const [shapes, names] = [createGrid(), createGrid()];
  for (const box of taken) shapes.add(box);
  const given: { readonly title: W; readonly box: Box }[] = [];
  for (const { wish } of order.slice(0, tries)) {
    if (given.length >= most) break;
    const isClear = (box: Box): boolean => names.isFree(grown(box, wish.room ?? 0));
    const boxes = wish.boxes();
    const best = boxes.find((box) => (wish.isInside || shapes.isFree(box)) && isClear(box));
    const box = best ?? (wish.isSure ? boxes.find(isClear) : undefined);
    if (!box) continue;
    given.push({ title: wish, box });
    names.add(box);
  }
  return given;
}

function grown({ left, right, top, bottom }: Box, by: number): Box {
  return { left: left - by, right: right + by, top: top - by / 2, bottom: bottom + by / 2 };
}

function createGrid() {
  const cells = new Map<number, Box[]>();
  const across = ({ left, right, top, bottom }: Box, visit: (key: number) => boolean): boolean => {
    for (let row = Math.floor(top / cell); row <= Math.floor(bottom / cell); row++) {
      for (let column = Math.floor(left / cell); column <= Math.floor(right / cell); column++) {
        if (!visit(row * 4096 + column)) return false;
      }
    }
    return true;
  };
  return {
    add: (box: Box): void => {
      across(box, (key) => {
        const list = cells.get(key);
        if (list) list.push(box);
        else cells.set(key, [box]);
        return true;
      });
    },
    isFree: (box: Box): boolean => across(box, (key) => !cells.get(key)?.some((other) => overlap(box, other))),
  };
}
