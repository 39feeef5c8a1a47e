import { ThemeIcon, TreeItem } from 'vscode';
import { grouped } from '../words.ts';
import type { Row } from './rows.ts';

/** The last row of a list that is shown in part: chosen, it brings more. `argument` goes to the command. */
export function moreRow(parent: string, left: number, command: string, ...argument: readonly unknown[]): Row {
  const item = new TreeItem(`Load more (${grouped(left)} left)`);
  item.id = `${parent}/more`;
  item.iconPath = new ThemeIcon('ellipsis');
  item.command = { command, title: 'Load More', arguments: [...argument] };
  return { item };
}
