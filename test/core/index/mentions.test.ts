import { test } from 'node:test';
import { checkReferences as check } from '../checkReferences.ts';

// Bare titles in prose (CORPUS.md).

test('letter case, quotes, dashes and white space do not matter', () => {
  check(`
=== crumb.md
# The baker’s “crumb” — what is it?
=== a.md
# On baking bread
We ask the baker's "crumb" - what is it? once more.
       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ mention in body → crumb.md
We ask THE BAKER’S  “CRUMB” – WHAT\u00a0IS IT? once more.
       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ mention in body → crumb.md
`);
});

test('accents are the same, composed or not', () => {
  check(`
=== cafe.md
# When the café closes early
=== a.md
# On tea and rain
We know when the cafe\u0301 closes early today.
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^ mention in body → cafe.md
We do not know when the cafe closes early today.
`);
});

test('emphasis inside a title, and around it', () => {
  check(`
=== mud.md
# Why does *mud* stick?
=== a.md
# On boots and paws
So why **does** mud stick? And **why does mud stick**? And _Why does mud stick?_ Yes.
   ^^^^^^^^^^^^^^^^^^^^^^^ mention in body → mud.md
                                 ^^^^^^^^^^^^^^^^^^ mention in body → mud.md
                                                            ^^^^^^^^^^^^^^^^^^^ mention in body → mud.md
`);
});

test('a title that is wrapped, also inside a block quote', () => {
  check(
    `
=== mud.md
# Why does mud stick?
=== a.md
# On boots and paws

My aunt asked: why does
               ^^^^^^^^ …
mud stick? And I said:
^^^^^^^^^^ mention in body → mud.md

> Nobody knows why does
>              ^^^^^^^^ …
> mud stick? at all.
^^^^^^^^^^^^ mention in body → mud.md
`.replace('>              ^', '               ^'),
  );
});

test('the final mark belongs to a mention only where the title has it', () => {
  check(`
=== mud.md
# Why does mud stick?
=== rain.md
# Rain makes the mud
=== a.md
# On boots and paws
So why does mud stick. But why does mud stick? Since rain makes the mud! And rain makes the mud?
   ^^^^^^^^^^^^^^^^^^ mention in body → mud.md
                           ^^^^^^^^^^^^^^^^^^^ mention in body → mud.md
                                                     ^^^^^^^^^^^^^^^^^^ mention in body → rain.md
                                                                             ^^^^^^^^^^^^^^^^^^ mention in body → rain.md
`);
});

test('a title stands alone: no part of a longer word', () => {
  check(`
=== mud.md
# Why does mud stick
=== bee.md
# What honey bees don
=== a.md
# On boots and paws
Not why does mud sticks, pre-why does mud stick, why does mud stick-ing, why does mud stick_2, xwhy does mud stick.
Not what honey bees don't and what honey bees don’t like, but (why does mud stick), “why does mud stick” and why does mud stick: yes.
                                                               ^^^^^^^^^^^^^^^^^^ mention in body → mud.md
                                                                                     ^^^^^^^^^^^^^^^^^^ mention in body → mud.md
                                                                                                             ^^^^^^^^^^^^^^^^^^ mention in body → mud.md
`);
});

test('longest first, from left to right', () => {
  check(`
=== a.md
# Does rain cause mud
=== b.md
# Does rain cause mud in autumn
=== c.md
# Mud in autumn is deep
=== d.md
# All that rain does
Why does rain cause mud in autumn is deep. Does rain cause mud? Mud in autumn is deep.
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ mention in body → b.md
                                           ^^^^^^^^^^^^^^^^^^^ mention in body → a.md
                                                                ^^^^^^^^^^^^^^^^^^^^^ mention in body → c.md
`);
});

test('a document’s own title is no reference, and takes its place all the same', () => {
  check(`
=== a.md
# Does rain cause mud in autumn
Does rain cause mud in autumn? Does rain cause mud?
                               ^^^^^^^^^^^^^^^^^^^ mention in body → b.md
=== b.md
---
aliases: [What makes the mud]
---
# Does rain cause mud
What makes the mud is a good question.
`);
});

test('nothing on a title line is a reference', () => {
  check(`
=== mud.md
# Why does mud stick
=== a.md
# Asking why does mud stick again
=== b.txt
INQUIRING LINE

Asking why does mud stick, once more

Sources 0 notes
=== c.md
---
title: Asking why does mud stick for ever
---
# Asking why does mud stick for ever
## Where why does mud stick is asked
         ^^^^^^^^^^^^^^^^^^ mention in body → mud.md
`);
});

test('not in code, URLs, comments, tags, front matter and link destinations', () => {
  check(`
=== mud.md
# Why does mud stick
=== a.md
---
title: On boots
subject: why does mud stick
---
\`why does mud stick\` and \`\`why does \`mud\` stick\`\`
and https://example.org/why-does-mud-stick and <https://example.org/mud>, so why does mud stick?
                                                                             ^^^^^^^^^^^^^^^^^^ mention in body → mud.md
As <!-- why does mud stick --> and <b title="why does mud stick">why does mud stick</b>
                                                                 ^^^^^^^^^^^^^^^^^^ mention in body → mud.md
[why does mud stick](https://example.org/ "why does mud stick")

    why does mud stick

\`\`\`
why does mud stick
\`\`\`

<div>
why does mud stick
</div>
`);
});

test('not in code and comments of the plain layouts', () => {
  check(`
=== mud.md
# Why does mud stick
=== a.txt
INQUIRING LINE

What sticks to boots?

We write \`why does mud stick\` in code and <!-- why does mud stick --> in a comment.

\`\`\`why does mud stick\`\`\` is code in one line, and why does mud stick is none.
                                                  ^^^^^^^^^^^^^^^^^^ mention in body → mud.md

\`\`\`
why does mud stick
\`\`\`

Lastly why does mud stick.
       ^^^^^^^^^^^^^^^^^^ mention in body → mud.md
`);
});

test('not in the prompt, of any layout', () => {
  check(`
=== mud.md
# Why does mud stick
=== spaced.txt
INQUIRING LINE

What sticks to boots?

Research prompt for your LLMexpand ↓

Find out why does mud stick, and read [[Why does mud stick]].

Next inquiring lines

Why does mud stick
^^^^^^^^^^^^^^^^^^ entry in next → mud.md
=== written.md
---
kind: inquiry
---
# What sticks to paws?
## Research prompt
Find out why does mud stick.
### Sources 1 note
- [[Why does mud stick]]
## Next inquiring lines
- [[Why does mud stick]]
    ^^^^^^^^^^^^^^^^^^ wikilink in next → mud.md
`);
});

test('a title of fewer than three words needs brackets, unless the setting says otherwise', () => {
  check(`
=== mud.md
# Deep mud
=== a.md
# On boots and paws
In deep mud one wants [[deep mud]] boots.
                        ^^^^^^^^ wikilink in body → mud.md
`);
  check(
    `
=== mud.md
# Deep mud
=== a.md
# On boots and paws
In deep mud one wants [[deep mud]] boots.
   ^^^^^^^^ mention in body → mud.md
                        ^^^^^^^^ wikilink in body → mud.md
`,
    { minimumWords: 2 },
  );
});

test('C, C++ and C# are three names', () => {
  check(`
=== c.md
# How to bake with C
=== cpp.md
# How to bake with C++
=== sharp.md
# How to bake with C#
=== a.md
# On baking with computers
How to bake with C, how to bake with C++, how to bake with C#? How to bake with C+ is not known.
^^^^^^^^^^^^^^^^^^ mention in body → c.md
                    ^^^^^^^^^^^^^^^^^^^^ mention in body → cpp.md
                                          ^^^^^^^^^^^^^^^^^^^ mention in body → sharp.md
`);
  check(`
=== c.md
# How to bake with C
=== a.md
# On baking with computers
How to bake with C++ is not known, and how to bake with C# neither.
`);
});

test('titles that look like something else: a pattern, a path, a tag, a place of many words', () => {
  const long = `Long ${'and winding '.repeat(850)}road`;
  check(`
=== pattern.md
# (a+)+$ matches [mud]{2}.* often
=== path.md
# ../../rain and mud
=== tag.txt
INQUIRING LINE

<script>alert("rain and mud")</script> is wet

=== long.md
# ${long}
=== a.md
# On odd titles
We say (a+)+$ matches [mud]{2}.* often, and ../../rain and mud never.
       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ mention in body → pattern.md
                                            ^^^^^^^^^^^^^^^^^^ mention in body → path.md
We say [[../../rain and mud]] and see [[<script>alert("rain and mud")</script> is wet]].
         ^^^^^^^^^^^^^^^^^^ wikilink in body → path.md
                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ wikilink in body → tag.txt
${long}!
${'^'.repeat(long.length)} mention in body → long.md
`);
});

test('emoji, right-to-left text, and words between which there are no spaces', () => {
  check(`
=== bee.md
# 🐝 Do bees sleep 🐝
=== rain.md
# האם הגשם רטוב מאוד?
=== fog.md
# 雨 と 霧
=== a.md
# On all the weather
So 🐝 do bees sleep 🐝 indeed, and האם הגשם רטוב מאוד? Well, 雨 と 霧。
   ^^^^^^^^^^^^^^^^^^^ mention in body → bee.md
                                   ^^^^^^^^^^^^^^^^^^^ mention in body → rain.md
                                                             ^^^^^ mention in body → fog.md
`);
});

test('I is i whatever the language; the dotted and the dotless i are letters of their own', () => {
  check(`
=== a.md
# ISPARTA is in the rain
=== b.md
# İzmir is in the rain
=== c.md
# On Turkish weather
Isparta is in the rain, ısparta is in the rain, izmir is in the rain and İzmir IS IN THE RAIN.
^^^^^^^^^^^^^^^^^^^^^^ mention in body → a.md
                                                                         ^^^^^^^^^^^^^^^^^^^^ mention in body → b.md
`);
});

test('a missing note’s mention, asked for by a wikilink that finds no file', () => {
  check(`
=== a.md
# What we do not know
See [[why the sea is salt]] and [[salt and the sea]]. Why the sea is salt and salt and the sea are two things.
      ^^^^^^^^^^^^^^^^^^^ wikilink in body → dangling
                                  ^^^^^^^^^^^^^^^^ wikilink in body → salt and the sea.md
                                                      ^^^^^^^^^^^^^^^^^^^ mention in body → dangling
=== salt and the sea.md
# Brine
`);
});
