/** "1 inquiring line", "3 inquiring lines": `many` only where it is not `one` and an "s". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
