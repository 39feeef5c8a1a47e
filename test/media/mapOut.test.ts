import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPicture } from '../../client/graph/isPicture.ts';
import { legal } from '../../media/graph/legal.ts';
import { attend } from '../../media/graph/map/attention.ts';
import { coloursBy, coloursOfGroups } from '../../media/graph/map/colouring.ts';
import { cutting } from '../../media/graph/map/cutting.ts';
import { type Drawn, drawnAfter } from '../../media/graph/map/drawn.ts';
import { mostLines } from '../../media/graph/map/keep.ts';
import { leftBy } from '../../media/graph/map/left.ts';
import { svgOf } from '../../media/graph/map/out.ts';
import type { Colour, Palette } from '../../media/graph/map/palette.ts';
import { stand } from '../../media/graph/map/placed.ts';
import { atOnce } from '../../media/graph/map/slices.ts';
import { bundlesOf, strokesAt } from '../../media/graph/map/strokes.ts';
import { wholeOf } from '../../media/graph/map/whole.ts';
import { createLettering } from '../../media/graph/map/written.ts';
import { madeUpAtlas } from '../bench/graph/atlases.ts';

const grey: Colour = [100, 110, 120, 1];
const palette: Palette = {
  surface: [0, 0, 0, 1],
  ink: grey,
  faint: grey,
  accent: grey,
  plain: grey,
  kinds: Array(4).fill(grey),
  roles: Array(8).fill(grey),
  hues: Array(9).fill(grey),
  isContrast: false,
  isLight: false,
  font: '"Fira Sans", sans-serif',
};
const size = { width: 800, height: 600 };

function drawn(count: number, scale: number, spoil: (titles: string[]) => void = () => {}): Drawn {
  const atlas = madeUpAtlas(count);
  spoil(atlas.nodes.titles as string[]);
  const whole = atOnce(wholeOf(atlas, undefined))!;
  const left = atOnce(leftBy(whole, {}, new Set()));
  return drawnAfter(atOnce(cutting({ whole, left }, { x: 0, y: 0, scale }, size, undefined)), undefined);
}

/** What is seen, as an SVG. */
function picture(seen: Drawn): string {
  const at = stand(seen, seen, seen.camera, size);
  const { attention, brought } = attend(seen, undefined, undefined);
  const lettering = createLettering((text, type) => text.length * type.size * 0.5);
  const names = lettering.of(seen, at, size, seen.camera, attention, false);
  const colours = coloursBy('kind', seen.whole, seen.left);
  const groupColours = coloursOfGroups(seen, colours);
  const { camera } = seen;
  const frame = {
    drawn: seen,
    camera,
    size,
    at,
    share: 1,
    palette,
    colours,
    groupColours,
    attention,
    ring: undefined,
    names,
  };
  return svgOf(frame, strokesAt(seen, bundlesOf(seen, brought, palette), seen));
}

test('a title never becomes markup in a picture that is exported', () => {
  const title = '</text><script>alert("1")</script>\u0000\ud800&';
  const svg = picture(drawn(60, 6, (titles) => titles.fill(title)));
  assert.ok(svg.includes('&#60;/text&#62;'), 'it is written');
  assert.deepEqual(
    new Set([...svg.matchAll(/<\/?([a-z]+)/g)].map(([, name]) => name)),
    new Set(['svg', 'rect', 'circle', 'path', 'text', 'tspan']),
  );
  assert.equal(svg.replace(/&#\d+;/g, '').includes('&'), false);
  assert.ok(isPicture(svg), 'and is kept as a file');
  assert.equal(/[\u0000-\u0008\ud800-\udfff]/.test(svg), false);
});

test('colours and fonts are written out', () => {
  const svg = picture(drawn(60, 6));
  assert.ok(svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600"'));
  assert.equal(/var\(|class=|NaN|undefined/.test(svg), false);
  assert.ok(svg.includes('font-family="&#34;Fira Sans&#34;, sans-serif"'));
});

test('whatever is brought out, the lines stay within bounds, and all of its own are among them', () => {
  const seen = drawn(4000, 1.5);
  const node = seen.cut.nodes[0]!;
  const { brought, attention } = attend(seen, node, undefined);
  const bundles = bundlesOf(seen, brought, palette);
  const lines = bundles.flatMap(({ pairs }) => pairs);
  assert.ok(lines.length <= mostLines);
  assert.equal(new Set(lines).size, lines.length);
  const own = Array.from({ length: seen.pairs.count }, (_, pair) => pair).filter((pair) => brought!(pair));
  assert.ok(own.every((pair) => lines.includes(pair)));
  assert.equal(attention.near!.size, own.length + 1);
});

test('what XML has no place for is left out of both pictures', () => {
  assert.equal(legal('a\u0000\u0007b\ud800c\udc00\ufffe\t\n🐝 Почему'), 'abc\t\n🐝 Почему');
});
