/**
 * Messages that nobody of ours would send: like ours in their names and parts, and wrong in something.
 */
import fc from 'fast-check';

const names = [
  'ready',
  'draw',
  'walk',
  'open',
  'depth',
  'pin',
  'full',
  'remember',
  'saveView',
  'forgetView',
  'details',
];
const more = [
  'sentences',
  'reveal',
  'copyTitle',
  'copyLink',
  'createNote',
  'export',
  'find',
  'expand',
  'show',
  'atlas',
];
const told = ['remembered', 'views', 'stand', 'empty', 'said', 'found', 'expanded', '__proto__', 'constructor', ''];

const fields = [
  'id',
  'beside',
  'depth',
  'pinned',
  'state',
  'name',
  'query',
  'others',
  'format',
  'data',
  'arrangement',
  'filter',
  'since',
  'graph',
  'atlas',
  'focus',
  'message',
  'views',
  'map',
  'details',
  'sentences',
  'hits',
  '__proto__',
  'toString',
];

const leaf = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    undefined,
    true,
    false,
    0,
    1,
    -1,
    1.5,
    6,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    '',
    'map',
  ),
  fc.string(),
  fc.constantFrom('<svg onload=x>', '</script>', 'command:x', '../../etc/passwd', 'iVBORw0KGgo=', 'svg', 'around'),
  fc.constantFrom<unknown>([], {}, [null], { kinds: ['dragon'] }, { kinds: ['note'] }, { ids: [], titles: [] }),
);
const value = fc.oneof(leaf, fc.array(leaf, { maxLength: 4 }), fc.dictionary(fc.constantFrom(...fields), leaf));

/** A message with one of our names, or none, and some of our parts with anything in them. */
export const forged: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 1, arbitrary: fc.anything() },
  {
    weight: 9,
    arbitrary: fc
      .tuple(
        fc.constantFrom(...names, ...more, ...told),
        fc.dictionary(fc.constantFrom(...fields), value, { maxKeys: 6 }),
      )
      .map(([type, parts]) => ({ ...parts, type })),
  },
);
