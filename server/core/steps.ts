/** Takes all steps of some long work at once: for whoever has nothing else to do between them (`lsp/turns.ts` for those who have). */
export function atOnce<T>(steps: Generator<unknown, T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
