/** "1 inquiring line", "3 inquiring lines": `many` only where it is not `one` and an "s". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/** "10,000". By hand, since `toLocaleString` loads the world's numbers first: 12 ms, half of what activation took. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** "just now", "5 minutes ago", "yesterday", "3 months ago": of so many milliseconds. */
export function ago(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / 60_000);
  const [hours, days] = [Math.floor(minutes / 60), Math.floor(minutes / 1440)];
  if (minutes < 1) return 'just now';
  if (hours < 1) return `${counted(minutes, 'minute')} ago`;
  if (days < 1) return `${counted(hours, 'hour')} ago`;
  if (days < 2) return 'yesterday';
  if (days < 60) return `${counted(days, 'day')} ago`;
  return days < 730
    ? `${counted(Math.floor(days / 30), 'month')} ago`
    : `${counted(Math.floor(days / 365), 'year')} ago`;
}
