import type { Role } from '../syntax/summary.ts';

// Roles as numbers, for columns.

const ROLES: readonly Role[] = ['body', 'sources', 'used-by', 'related', 'papers', 'prompt', 'next', 'original-title'];

export const roleNumber = (role: Role): number => ROLES.indexOf(role);
export const roleOf = (number: number): Role => ROLES[number]!;
