/** "1 inquiring line", "3 inquiring lines": `many` only where it is not `one` and an "s". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/** "10,000". By hand, since `toLocaleString` loads the world's numbers first: 12 ms, half of what activation took. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
