/**
 * Rings: how far from the focus the nodes of each distance belong. Pure.
 */
import type { Body } from './apart.ts';
import { fraction } from './seed.ts';

/** So much of the area inside a ring, for each part that is taken. */
const air = 1.7;

/**
 * How far from the focus each node belongs, by id. The area inside a distance's ring has room for all nodes up to there,
 * and some air. Nodes that are too many to stand on their ring side by side spread over the band around it.
 *
 * @param loose how far they may spread: 0 keeps them to their ring, 1 gives them the whole band
 */
export function ringRadii(bodies: readonly Body[], loose: number): Map<string, number> {
  const radii = new Map<string, number>();
  const farthest = bodies.reduce((most, body) => Math.max(most, body.distance), 0);
  let area = 0;
  let last = 0;
  for (let distance = 0; distance <= farthest; distance++) {
    const ring = bodies.filter((body) => body.distance === distance);
    const rooms = ring.map((body) => 2 * body.halfWidth * (2 * body.halfShape + body.label));
    const inner = Math.sqrt((area * air) / Math.PI);
    area += rooms.reduce((sum, room) => sum + room, 0);
    const outer = Math.sqrt((area * air) / Math.PI);
    const middle = distance === 0 ? 0 : Math.max(last + 80, (inner + outer) / 2);
    const needed = rooms.reduce((sum, room) => sum + Math.sqrt(room), 0);
    const spread = distance === 0 ? 0 : loose * Math.min(1, Math.max(0, (needed / (2 * Math.PI * middle) - 1) / 1.2));
    for (const { id } of ring) {
      const inBand = Math.sqrt(inner ** 2 + fraction(id) * (outer ** 2 - inner ** 2));
      radii.set(id, middle + spread * (Math.max(last + 80, inBand) - middle));
    }
    last = middle;
  }
  return radii;
}
