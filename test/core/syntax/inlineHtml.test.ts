import assert from 'node:assert/strict';
import { test } from 'node:test';
import { autolinkEnd, inlineHtmlEnd } from '../../../server/core/syntax/scan/inlineHtml.ts';

/** A text in which ` | ` stands behind what is read as one tag, or ` ! ` where it cannot be one. */
function check(end: (source: string, at: number) => number, picture: string): void {
  for (const line of picture.trim().split('\n')) {
    const text = line.replace(/ [|!] ?/, '');
    const at = end(text, 0);
    const [place, sign] = at < 0 ? [~at, '!'] : [at, '|'];
    assert.equal(`${text.slice(0, place)} ${sign} ${text.slice(place)}`.trim(), line.trim());
  }
}

test('tags, as CommonMark has them', () => {
  check(
    inlineHtmlEnd,
    `
<b> | x
<b/> | x
<b-1> | x
<b a> |
<b a=1 c> | x
<b a = "1" > | x
<b a="1>2"> | x
<b a='1>2'> | x
<b a.b:c-d_e=f/> | x
<b a=1 b=2> | x
</b> | x
</b > | x
<b/ ! x>
`,
  );
});

test('what is no tag, and where that shows', () => {
  check(
    inlineHtmlEnd,
    `
<b a= ! >
<b a= ! \`x>
<b a= ! <>
<b a= ! =1>
<b a=1 ! "2>
<b a=1 ! =2>
<b a="1" ! c>
<b ! _1>
<b ! <
<b a ! <
<b a=1 ! <
<b !
<b a="1 !
</b !
`,
  );
  for (const text of ['</>', '< b>', '<1>', '<!>', '<=>']) assert.equal(inlineHtmlEnd(text, 0), ~0, text);
});

test('comments, instructions, declarations and CDATA', () => {
  check(
    inlineHtmlEnd,
    `
<!--> | x
<!---> | x
<!-- a --> | x
<!A> | x
<!a b> | x
<![CDATA[x>]]> | y
<?x?> | y
`,
  );
  for (const text of ['<!-- a', '<!-- a ->', '<![CDATA[x]>', '<?x>', '<?', '<!a'])
    assert.equal(inlineHtmlEnd(text, 0), ~text.length, text);
});

test('addresses in angle brackets', () => {
  check(
    autolinkEnd,
    `
<http://a.b> | x
<a+.-1:x> | x
<ab:> | x
<me@a.b> | x
<me@a> | x
<ab: ! <>
<ab:x !
`,
  );
  const none = [
    '<a:x>',
    '<me@a.>',
    '<@a.b>',
    '<me@-a.b>',
    '<me@a-.b>',
    '<m e@a.b>',
    '<me>',
    '<1b:x>',
    `<${'a'.repeat(33)}:x>`,
  ];
  assert.deepEqual(
    none.filter((text) => autolinkEnd(text, 0) >= 0),
    [],
  );
  assert.ok(autolinkEnd(`<${'a'.repeat(32)}:x>`, 0) > 0);
});
