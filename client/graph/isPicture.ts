/** What a drawing of ours is made of (`media/graph/near/standalone.ts`, `media/graph/map/out.ts`). */
const tag =
  /<(?:\/(?:svg|g|defs|marker|path|circle|rect|line|text|tspan)|(?:svg|g|defs|marker|path|circle|rect|line|text|tspan)((?:\s+[a-zA-Z][a-zA-Z-]*="[^"<]*")*)\s*\/?)>/g;

/** Attributes that would do more than say how something looks, and values that lead elsewhere. */
const acts = /\s(?:on[a-z]*|href|src|style|class)=|\burl\((?!#)/i;

/** Whether a text is the markup of a drawing with nothing in it that runs, or that is fetched: what opens it later may do both. */
export function isPicture(markup: string): boolean {
  if (!markup.startsWith('<svg ') || !markup.endsWith('>')) return false;
  let isHarmless = true;
  const rest = markup.replace(tag, (_, attributes: string | undefined) => {
    isHarmless &&= attributes === undefined || !acts.test(attributes);
    return '';
  });
  return isHarmless && !rest.includes('<');
}
