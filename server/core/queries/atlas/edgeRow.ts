import type { Document } from '../../index/document.ts';
import { Marks } from '../../index/marks.ts';
import type { DocumentId, NameId } from '../../index/names.ts';
import { resolvedReferencesOf } from '../../index/references.ts';
import { roleNumber } from '../../index/roles.ts';
import type { Snapshot } from '../../index/snapshot.ts';

/** All edges from one document, three integers each: the target's number, the role's (`roleOf`), and how often. */
export type EdgeRow = Int32Array;
export const EDGE = 3;
export const NO_EDGES: EdgeRow = new Int32Array();

/** The numbers of nodes. */
export interface Numbers {
  document(id: DocumentId): number;
  missing(name: NameId): number;
}

/** The edges that `graph` has from a document, in the order in which its text first names their targets. Nothing is read. */
export function edgeRow(snapshot: Snapshot, document: Document, numbers: Numbers): EdgeRow {
  const row: number[] = [];
  const known = new Map<number, number>();
  for (const { reference, resolution } of resolvedReferencesOf(snapshot, document)) {
    if (resolution.status === 'ambiguous' || (resolution.status === 'dangling' && reference.form === 'link')) continue;
    if (resolution.status === 'resolved' && resolution.target.id === document.id) continue;
    const target =
      resolution.status === 'resolved' ? numbers.document(resolution.target.id) : numbers.missing(reference.name);
    const role = roleNumber(reference.role);
    const key = target * ROLES + role;
    const at = known.get(key);
    if (at !== undefined) row[at + 2]!++;
    else {
      known.set(key, row.length);
      row.push(target, role, 1);
    }
  }
  return row.length === 0 ? NO_EDGES : Int32Array.from(row);
}

/** There are no more roles than that. */
const ROLES = 8;

export function sameRow(a: EdgeRow, b: EdgeRow): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}

/** Calls `use` with the targets of a row, each once. */
export function eachTarget(row: EdgeRow, use: (target: number) => void): void {
  met.clear();
  for (let at = 0; at < row.length; at += EDGE) if (met.set(row[at]!)) use(row[at]!);
}

/** Empty between two uses. */
const met = new Marks();
