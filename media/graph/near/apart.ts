/**
 * Keeping nodes and their labels off each other: rectangles that push. Pure.
 */
import type { SimulationNodeDatum } from 'd3-force';

/** A node in the simulation: its place, and the room that its shape and label take, in the simulation's pixels. */
export interface Body extends SimulationNodeDatum {
  readonly id: string;
  readonly distance: number;
  /** The focus stays where it is. */
  readonly fixed: boolean;
  /** Half the width of the wider of shape and label. */
  readonly halfWidth: number;
  /** Half the height of the shape. */
  readonly halfShape: number;
  /** Height of the label. */
  readonly label: number;
  /** Where the label stands: 1 below the shape, -1 above it. */
  side: 1 | -1;
  x: number;
  y: number;
  vx: number;
  vy: number;
}

/**
 * Labels stand on the side away from the centre, where a node's edges do not run. A node must be well across the middle
 * before its label changes sides: else the two would chase each other.
 */
export function turnLabels(bodies: readonly Body[], margin: number): void {
  for (const body of bodies) {
    if (!body.fixed && Math.abs(body.y) > margin) body.side = body.y < 0 ? -1 : 1;
  }
}

/** One round of pushing overlapping rectangles apart. Gives the number of overlaps found. */
export function pushApart(bodies: readonly Body[], push: (body: Body, dx: number, dy: number) => void): number {
  let found = 0;
  for (let i = 0; i < bodies.length; i++) {
    const a = bodies[i] as Body;
    for (let j = i + 1; j < bodies.length; j++) {
      const b = bodies[j] as Body;
      const dx = b.x - a.x;
      const roomX = a.halfWidth + b.halfWidth;
      const overX = roomX - Math.abs(dx);
      if (overX <= 0) continue;
      const dy = b.y + (b.side * b.label) / 2 - a.y - (a.side * a.label) / 2;
      const roomY = a.halfShape + b.halfShape + (a.label + b.label) / 2;
      const overY = roomY - Math.abs(dy);
      if (overY <= 0) continue;
      found++;
      const share = a.fixed || b.fixed ? 1 : 0.5;
      // Measured by their own width and height: labels are wide, and would else only ever move up and down, into columns.
      const level = overX / roomX < overY / roomY;
      // Where the two stand exactly level, the order of the bodies decides: any way is good, as long as it is always the same.
      const stepX = level ? share * overX * (dx < 0 ? -1 : 1) : 0;
      const stepY = level ? 0 : share * overY * (dy < 0 ? -1 : 1);
      if (!a.fixed) push(a, -stepX, -stepY);
      if (!b.fixed) push(b, stepX, stepY);
    }
  }
  return found;
}
