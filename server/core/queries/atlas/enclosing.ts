/** A disc that holds others, nearly the smallest (Bădoiu and Clarkson, “Smaller core-sets for balls”, 2003). */
export function enclosing(
  x: Float64Array,
  y: Float64Array,
  radii: Float64Array,
): { readonly x: number; readonly y: number; readonly radius: number } {
  let middle = { x: x[0] ?? 0, y: y[0] ?? 0 };
  let best = { ...middle, radius: Number.POSITIVE_INFINITY };
  for (let round = 1; round <= STEPS; round++) {
    let [farthest, radius] = [0, 0];
    for (let each = 0; each < radii.length; each++) {
      const reach = Math.hypot(x[each]! - middle.x, y[each]! - middle.y) + radii[each]!;
      if (reach > radius) [farthest, radius] = [each, reach];
    }
    if (radius < best.radius) best = { ...middle, radius };
    // A step towards the one that reaches farthest out; each is shorter than the one before.
    const distance = Math.hypot(x[farthest]! - middle.x, y[farthest]! - middle.y);
    if (distance === 0) break;
    const step = (radius / (round + 1)) * 0.5;
    middle = {
      x: middle.x + ((x[farthest]! - middle.x) / distance) * Math.min(step, distance),
      y: middle.y + ((y[farthest]! - middle.y) / distance) * Math.min(step, distance),
    };
  }
  return radii.length === 0 ? { x: 0, y: 0, radius: 1 } : best;
}

const STEPS = 64;
