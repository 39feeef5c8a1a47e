/**
 * A drawing as an SVG that stands alone: what style sheets say of it is written out, with no script and nothing foreign in it.
 */
import { legal } from '../legal.ts';
import { plainColour } from '../plainColour.ts';

const ns = 'http://www.w3.org/2000/svg';

/** What of an element's style is written out, as attributes that any program knows. */
const properties = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'paint-order',
  'font-size',
  'font-weight',
  'font-style',
] as const;

/** What an element has to say of these: none, where it is as in a drawing without any style. */
const unsaid: Readonly<Record<string, string>> = {
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  opacity: '1',
  'paint-order': 'normal',
  'font-style': 'normal',
  'font-weight': '400',
};

/** Elements that are for pointing and hovering, not for seeing. */
const unseen = '.hit, .ring';

/** What is seen of a drawing in `stage`, on the stage's own ground. */
export function standalone(drawing: SVGSVGElement, stage: HTMLElement): string {
  const { clientWidth: width, clientHeight: height } = stage;
  const copy = document.createElementNS(ns, 'svg');
  const root: Readonly<Record<string, string>> = {
    width: `${width}`,
    height: `${height}`,
    viewBox: `0 0 ${width} ${height}`,
  };
  for (const [name, value] of Object.entries(root)) copy.setAttribute(name, value);
  copy.setAttribute('font-family', getComputedStyle(stage).fontFamily);
  const ground = document.createElementNS(ns, 'rect');
  for (const [name, value] of Object.entries({ width: '100%', height: '100%' })) ground.setAttribute(name, value);
  ground.setAttribute('fill', plainColour(getComputedStyle(document.body).backgroundColor).colour);
  copy.append(ground, ...[...drawing.children].flatMap((child) => written(child)));
  return new XMLSerializer().serializeToString(copy);
}

/** A copy of an element with its style written out; nothing where it is not seen. */
function written(element: Element): Element[] {
  const style = getComputedStyle(element);
  const isDefinition = element.closest('defs') !== null;
  if (!isDefinition && (style.display === 'none' || element.matches(unseen))) return [];
  const copy = document.createElementNS(ns, element.localName);
  for (const { name, value } of element.attributes) if (isShape(name)) copy.setAttribute(name, value);
  const isDrawn = element.matches('path, circle, rect, text, line');
  if (isDrawn) for (const name of properties) say(copy, name, style.getPropertyValue(name));
  else say(copy, 'opacity', style.opacity);
  for (const child of element.childNodes) {
    if (child instanceof Element) copy.append(...written(child));
    else if (child.nodeType === Node.TEXT_NODE) copy.append(legal(child.textContent ?? ''));
  }
  return [copy];
}

/** Attributes that say where something is and how it is shaped. */
function isShape(name: string): boolean {
  return /^(d|r|x|y|cx|cy|width|height|transform|id|text-anchor|direction|marker-end|marker(Width|Height|Units)|orient|ref[XY]|viewBox)$/.test(
    name,
  );
}

function say(copy: Element, name: string, value: string): void {
  if (value === '' || value === unsaid[name]) return;
  if (name !== 'fill' && name !== 'stroke') {
    copy.setAttribute(name, value);
    return;
  }
  const { colour, opacity } = plainColour(value);
  copy.setAttribute(name, colour);
  if (opacity < 1) copy.setAttribute(`${name}-opacity`, String(opacity));
}
