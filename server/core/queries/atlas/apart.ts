/** So often discs are pushed apart before they get more room. */
const ROUNDS = 40;

/** How much more room that is. */
const MORE = 1.05;

/**
 * Pushes discs apart, in place, until none lies over another: within a disc around the middle, as long as they find room there.
 *
 * @param radius of that disc, at first
 */
export function apart(x: Float64Array, y: Float64Array, radii: Float64Array, radius: number): void {
  let room = radius;
  for (let round = 1; pushed(x, y, radii); round++) {
    if (round % ROUNDS === 0) room *= MORE;
    keptIn(x, y, radii, room);
  }
}

/** Such a part of their distance two may still lie over each other: there is air around each. */
const NOTHING = 1e-3;

/** Pushes once. Answers whether there was anything to push. */
function pushed(x: Float64Array, y: Float64Array, radii: Float64Array): boolean {
  let isPushed = false;
  eachOverlap(x, y, radii, (a, b, dx, dy) => {
    isPushed ||= Math.hypot(dx, dy) > NOTHING * (radii[a]! + radii[b]!);
    // The smaller one gives way, and a little more than it must, so that it comes to an end.
    const share = (1.01 * radii[b]! ** 2) / (radii[a]! ** 2 + radii[b]! ** 2);
    x[a]! -= dx * share;
    y[a]! -= dy * share;
    x[b]! += dx * (1.01 - share);
    y[b]! += dy * (1.01 - share);
  });
  return isPushed;
}

/** Discs that lie over each other, with the way that the second one has to go so that they do not. */
export function eachOverlap(
  x: Float64Array,
  y: Float64Array,
  radii: Float64Array,
  use: (a: number, b: number, dx: number, dy: number) => void,
): void {
  for (let a = 0; a < radii.length; a++) {
    for (let b = a + 1; b < radii.length; b++) {
      const wanted = radii[a]! + radii[b]!;
      const dx = x[b]! - x[a]!;
      const dy = y[b]! - y[a]!;
      const square = dx * dx + dy * dy;
      if (square >= wanted * wanted) continue;
      const distance = Math.sqrt(square);
      // In the same place: each pair goes apart in a direction of its own.
      if (distance < 1e-6 * wanted) use(a, b, wanted * Math.cos(a + 7 * b), wanted * Math.sin(a + 7 * b));
      else use(a, b, (dx / distance) * (wanted - distance), (dy / distance) * (wanted - distance));
    }
  }
}

function keptIn(x: Float64Array, y: Float64Array, radii: Float64Array, room: number): void {
  for (let each = 0; each < radii.length; each++) {
    const most = Math.max(0, room - radii[each]!);
    const distance = Math.hypot(x[each]!, y[each]!);
    if (distance <= most) continue;
    x[each]! *= most / distance;
    y[each]! *= most / distance;
  }
}
