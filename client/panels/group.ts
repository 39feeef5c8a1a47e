import { TreeItem, TreeItemCollapsibleState } from 'vscode';
import { grouped } from '../words.ts';
import type { Row } from './rows.ts';

/** A row over some others, with their number; undefined where there are none. `total` says how many, where not all are here. */
export function group<T>(
  label: string,
  id: string,
  members: readonly T[],
  row: (member: T, index: number) => Row,
  total = members.length,
  more?: Row,
): Row | undefined {
  if (total === 0) return undefined;
  const item = new TreeItem(label, TreeItemCollapsibleState.Expanded);
  item.id = id;
  item.description = grouped(total);
  item.accessibilityInformation = { label: `${label}, ${item.description}` };
  return { item, children: () => [...members.map(row), ...(more ? [more] : [])] };
}
