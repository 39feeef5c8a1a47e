/**
 * What is seen, as the markup of an SVG that stands alone. Pure.
 */
import { KIND_NUMBERS } from '../../../server/protocol.ts';
import { directionOf } from '../labels.ts';
import { legal } from '../legal.ts';
import { outline } from '../shapes.ts';
import { listOf } from './colouring.ts';
import { nodeOf } from './drawn.ts';
import type { Frame } from './frame.ts';
import { type Colour, mixed } from './palette.ts';
import type { Stroke } from './strokes.ts';
import { underType } from './writing.ts';

export function svgOf(frame: Frame, strokes: readonly Stroke[]): string {
  const { size, palette } = frame;
  const [width, height] = [Math.round(size.width), Math.round(size.height)];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="100%" height="100%" fill="${hex(palette.surface)}"/>`,
    ...grounds(frame),
    ...strokes.map((stroke) => lines(frame, stroke)),
    ...shapes(frame),
    ...names(frame),
    '</svg>',
  ].join('\n');
}

const hex = ([red, green, blue]: Colour): string =>
  `#${[red, green, blue].map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
const fine = (value: number): number => Math.round(value * 10) / 10;

function grounds({ drawn, camera, size, palette }: Frame): string[] {
  const { x, y, radii } = drawn.whole.groups;
  return drawn.cut.open.slice(drawn.cut.open[0] === 0 ? 1 : 0).map((group) => {
    const cx = fine((x[group]! - camera.x) * camera.scale + size.width / 2);
    const cy = fine((y[group]! - camera.y) * camera.scale + size.height / 2);
    return `<circle cx="${cx}" cy="${cy}" r="${fine(radii[group]! * camera.scale)}" fill="${hex(mixed(palette.ink, palette.surface, 0.05))}"/>`;
  });
}

function lines({ camera, size }: Frame, { ends, colour, opacity, width, dash }: Stroke): string {
  const at = (value: number, middle: number, half: number): number => fine((value - middle) * camera.scale + half);
  const path: string[] = [];
  for (let end = 0; end < ends.length; end += 4) {
    const [x1, y1] = [at(ends[end]!, camera.x, size.width / 2), at(ends[end + 1]!, camera.y, size.height / 2)];
    const [x2, y2] = [at(ends[end + 2]!, camera.x, size.width / 2), at(ends[end + 3]!, camera.y, size.height / 2)];
    path.push(`M${x1} ${y1}L${x2} ${y2}`);
  }
  const dashes = dash ? ` stroke-dasharray="${dash.join(' ')}"` : '';
  return `<path d="${path.join('')}" fill="none" stroke="${hex(colour)}" stroke-opacity="${fine(opacity * 10) / 10}" stroke-width="${fine(width)}"${dashes}/>`;
}

function shapes({ drawn, at, palette, colours, groupColours, attention }: Frame): string[] {
  const list = listOf(colours, palette);
  return Array.from({ length: drawn.count }, (_, thing) => {
    const node = nodeOf(drawn, thing);
    const [x, y, r] = [fine(at.x[thing]!), fine(at.y[thing]!), fine(at.radii[thing]!)];
    const opacity = attention.near && !attention.near.has(thing) ? ' opacity="0.35"' : '';
    if (node === undefined) {
      const colour = list[groupColours[thing]!]!;
      return `<circle cx="${x}" cy="${y}" r="${r}" fill="${hex(mixed(colour, palette.surface, 0.16))}" stroke="${hex(colour)}"/>`;
    }
    const colour = list[colours.of[node]!]!;
    const fill = thing === attention.focus ? colour : mixed(colour, palette.surface, r < 4 ? 0.75 : 0.24);
    const path = outline(KIND_NUMBERS[drawn.whole.nodes.kinds[node]!]!, r);
    return `<path transform="translate(${x} ${y})" d="${path}" fill="${hex(fill)}" stroke="${hex(colour)}" stroke-width="1.4"${opacity}/>`;
  });
}

function names({ names: written, palette }: Frame): string[] {
  return written.map(({ title, box }) => {
    const writing = title.writing();
    const middle = fine((box.left + box.right) / 2);
    const style = `font-family="${escaped(palette.font)}" text-anchor="middle" stroke="${hex(palette.surface)}" stroke-width="${writing.look === 'inside' ? 0 : 4}" stroke-linejoin="round" paint-order="stroke"`;
    const direction = directionOf(writing.lines[0] ?? '') === 'rtl' ? ' direction="rtl"' : '';
    const look = `font-size="${writing.size}" font-weight="${writing.weight}" fill="${hex(writing.look === 'faint' ? palette.faint : palette.ink)}"${writing.italic ? ' font-style="italic"' : ''}`;
    const spans = writing.lines.map((text, line) => {
      const y = fine(box.top + line * writing.line + (writing.line - writing.size) / 2 + 0.82 * writing.size);
      return `<tspan x="${middle}" y="${y}">${escaped(text)}</tspan>`;
    });
    const slant = writing.look === 'said' ? ' font-style="italic"' : '';
    const under = writing.under.map((text, line) => {
      const y = fine(box.top + writing.lines.length * writing.line + line * underType.line + underType.size);
      return `<tspan x="${middle}" y="${y}" font-size="${underType.size}" font-weight="400"${slant} fill="${hex(palette.faint)}">${escaped(text)}</tspan>`;
    });
    return `<text ${style} ${look}${direction}>${spans.join('')}${under.join('')}</text>`;
  });
}

/** Text of notes never becomes markup. */
const escaped = (text: string): string =>
  legal(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
