import { test } from 'node:test';
import { checkReferences as check } from '../checkReferences.ts';

// Whole notes and inquiries, in the three layouts.

test('a spaced inquiry', () => {
  check(`
=== mud.txt
Why does mud stick to boots?

Clay holds on.

Original note title

wet clay sticks to all that walks

=== rain.txt
INQUIRING LINE

Does rain cause mud?

This explores what water does to soil, and Why does mud stick to boots?. That is where
                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ mention in body → mud.txt

wet clay sticks to all that walks, as they say.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ mention in body → mud.txt

Sources 2 notes

Why does mud stick to boots?
^^^^^^^^^^^^^^^^^^^^^^^^^^^^ entry in sources → mud.txt

Clay holds on. See also How deep is the puddle?
                        ^^^^^^^^^^^^^^^^^^^^^^^ mention in sources → dangling

How deep is the puddle?
^^^^^^^^^^^^^^^^^^^^^^^ entry in sources → dangling

Nobody has come back.

Research prompt for your LLMexpand ↓

Why does mud stick to boots?

Next inquiring lines

- How deep is the puddle?
  ^^^^^^^^^^^^^^^^^^^^^^^ entry in next → dangling
`);
});

test('a dense note', () => {
  check(`
=== mud.txt
Why does mud stick to boots?
Clay holds on. How deep is the puddle? is not known.
               ^^^^^^^^^^^^^^^^^^^^^^^ mention in body → dangling
Inquiring lines that use this note as a source 2
This note is a source for these lines. Follow a line, as How deep is the puddle? does.
- Does rain cause mud?
  ^^^^^^^^^^^^^^^^^^^^ entry in used-by → rain.txt
- [[Does snow cause mud?]]
    ^^^^^^^^^^^^^^^^^^^^ wikilink in used-by → dangling
Related concepts in this collection 2
Click a node to walk.
-
How deep is the puddle?
^^^^^^^^^^^^^^^^^^^^^^^ entry in related → dangling
Nobody has come back from Does rain cause mud?
                          ^^^^^^^^^^^^^^^^^^^^ mention in related → rain.txt
grounds: How deep is the puddle? is where boots go
         ^^^^^^^^^^^^^^^^^^^^^^^ mention in related → dangling
- Does sand stick?
  ^^^^^^^^^^^^^^^^ entry in related → dangling
It does not.
Related papers in this collection 2
Ranked by similarity.
- On the Stickiness of Clay
- How deep is the puddle?
- Does rain cause mud?
  ^^^^^^^^^^^^^^^^^^^^ mention in papers → rain.txt
Original note title
wet clay sticks
=== rain.txt
INQUIRING LINE
Does rain cause mud?
It does. Wet clay sticks indeed.
         ^^^^^^^^^^^^^^^ mention in body → mud.txt
`);
});

test('a note and an inquiry in Markdown', () => {
  check(`
=== mud.md
---
kind: note
aliases:
  - wet clay sticks
  - "what boots know"
---

# Why does mud stick to boots?

Clay holds on.

## Inquiring lines that use this note as a source 3

This note is a source for these lines.

- [[Does rain cause mud?]]
    ^^^^^^^^^^^^^^^^^^^^ wikilink in used-by → rain.md
- Does snow cause mud?
  ^^^^^^^^^^^^^^^^^^^^ entry in used-by → dangling
- [does it rain](rain.md) — sometimes
                 ^^^^^^^ link in used-by → rain.md

## Related concepts in this collection

- [[How deep is the puddle?]]
    ^^^^^^^^^^^^^^^^^^^^^^^ wikilink in related → dangling
  Nobody has come back.
  grounds: what boots know, and more
- Does sand stick? — it does not
  ^^^^^^^^^^^^^^^^ entry in related → dangling

## Related papers in this collection

- [[On the Stickiness of Clay]]
- [[Does rain cause mud?]]
    ^^^^^^^^^^^^^^^^^^^^ wikilink in papers → rain.md
- How deep is the puddle?
=== rain.md
---
kind: inquiry
---
# Does rain cause mud?

Well, what boots know is that wet clay sticks!
      ^^^^^^^^^^^^^^^ mention in body → mud.md
                              ^^^^^^^^^^^^^^^ mention in body → mud.md

## Sources 3 notes

- [[Why does mud stick to boots?]] — clay holds on, and how deep is the puddle?
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ wikilink in sources → mud.md
                                                        ^^^^^^^^^^^^^^^^^^^^^^^ mention in sources → dangling
- How deep is the puddle? — nobody has come back
  ^^^^^^^^^^^^^^^^^^^^^^^ entry in sources → dangling
- The sea is salt — as they say
  ^^^^^^^^^^^^^^^ entry in sources → dangling
- [Smith 2020](https://example.org)
- \`code\` is no title

## Research prompt for your LLM

Why does mud stick to boots?
`);
});

test('sources that are being written: more or fewer lines than the heading counts', () => {
  check(`
=== rain.txt
INQUIRING LINE

Does rain cause mud?

Sources 3 notes

How deep is the puddle?
^^^^^^^^^^^^^^^^^^^^^^^ entry in sources → dangling

Nobody has come back.

Does sand stick?
^^^^^^^^^^^^^^^^ entry in sources → dangling

The sea is salt
^^^^^^^^^^^^^^^ entry in sources → dangling

It is, all of it. We tried.

[[What do boots know]] — they know it all.
  ^^^^^^^^^^^^^^^^^^ wikilink in sources → dangling

=== fog.txt
INQUIRING LINE
Does fog cause mud?
Sources 2 notes
Fog is not thirsty.
^^^^^^^^^^^^^^^^^^^ entry in sources → dangling
It has all it needs.
The sea is salt
^^^^^^^^^^^^^^^ entry in sources → dangling
It is, all of it.
=== snow.txt
INQUIRING LINE
Does snow cause mud?
Sources
- How deep is the puddle?
  ^^^^^^^^^^^^^^^^^^^^^^^ entry in sources → dangling
- Does sand stick?
  ^^^^^^^^^^^^^^^^ entry in sources → dangling
`);
});

test('sources that have lost their titles are no references; what they say is prose', () => {
  check(`
=== mud.md
# Why does mud stick to boots?
=== rain.txt
INQUIRING LINE
Does rain cause mud?
Sources 2 notes
Clay holds on, but why does mud stick to boots? We know.
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ mention in sources → mud.md
Nobody has come back.
`);
});

test('spaced related entries', () => {
  check(`
=== mud.txt
Why does mud stick to boots?

Clay holds on.

Related concepts in this collection 2

-

How deep is the puddle?
^^^^^^^^^^^^^^^^^^^^^^^ entry in related → dangling

Nobody has come back.

grounds: one has to stand somewhere

-

Does sand stick?
^^^^^^^^^^^^^^^^ entry in related → dangling

It does not.

contrasts with: the puddle

Original note title

wet clay sticks
`);
});

test('a plain layout in a Markdown file, with or without front matter', () => {
  check(`
=== mud.md
Why does mud stick to boots?
Clay holds on.
Related concepts in this collection 1
-
Does rain cause mud?
^^^^^^^^^^^^^^^^^^^^ entry in related → rain.md
It does.
=== rain.md
---
aliases: [what makes the mud]
---
INQUIRING LINE

Does rain cause mud?

So Why does mud stick to boots? we ask.
   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ mention in body → mud.md

Sources 1 note

Why does mud stick to boots?
^^^^^^^^^^^^^^^^^^^^^^^^^^^^ entry in sources → mud.md

Clay holds on.

=== snow.md
INQUIRING LINE

# Does snow cause mud?

What makes the mud is not snow.
^^^^^^^^^^^^^^^^^^ mention in body → rain.md

## Sources 1 note

- [[Why does mud stick to boots?]]
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ wikilink in sources → mud.md
`);
});

test('markup in a plain layout: in some blocks, and in items', () => {
  check(`
=== mud.txt
Why does mud stick to boots?

Clay holds on. How deep is the puddle? is not known.
               ^^^^^^^^^^^^^^^^^^^^^^^ mention in body → dangling

See [[Does rain cause mud?]], or How deep is the puddle? at https://example.org/ or \`How deep is the puddle?\`.
      ^^^^^^^^^^^^^^^^^^^^ wikilink in body → dangling
                                 ^^^^^^^^^^^^^^^^^^^^^^^ mention in body → dangling

Inquiring lines that use this note as a source 3

- [[Does rain cause mud?]] How deep is the puddle?
    ^^^^^^^^^^^^^^^^^^^^ wikilink in used-by → dangling
                           ^^^^^^^^^^^^^^^^^^^^^^^ mention in used-by → dangling

- \`How deep\` is the puddle?

- How deep is the puddle?
  ^^^^^^^^^^^^^^^^^^^^^^^ entry in used-by → dangling
`);
});

test('a Markdown file with a heading before the known lines is no plain text, one with bare sharps is', () => {
  check(`
=== mud.md
# Why does mud stick to boots?

Sources 1 note

Does rain cause mud?
^^^^^^^^^^^^^^^^^^^^ mention in body → dangling

=== snow.md
#
Does snow cause mud?

Sources 1 note

Does rain cause mud?
^^^^^^^^^^^^^^^^^^^^ entry in sources → dangling
`);
});

test('an ordinary page is a page, whatever it calls its sections', () => {
  check(`
=== soup.md
# How we make soup

## Sources

- The garden
- My aunt

## Related concepts

- Stew

## Research prompt

Ask [[my aunt]].
      ^^^^^^^ wikilink in body → dangling
=== stew.md
# How we make stew

## Sources

- [[How we make soup]]
    ^^^^^^^^^^^^^^^^ wikilink in sources → soup.md
`);
});

test('a known section in another one has its own items; each is read once', () => {
  check(`
=== mud.md
# Why does mud stick to boots?
## Inquiring lines that use this note as a source
- [[Does rain cause mud?]]
    ^^^^^^^^^^^^^^^^^^^^ wikilink in used-by → dangling
### Related concepts in this collection
- [[How deep is the puddle?]]
    ^^^^^^^^^^^^^^^^^^^^^^^ wikilink in related → dangling
#### From the garden
- [[Does sand stick?]]
    ^^^^^^^^^^^^^^^^ wikilink in related → dangling
## What else
- [[The sea is salt]]
    ^^^^^^^^^^^^^^^ wikilink in body → dangling
`);
});

test('line ends: CRLF, and a mixture', () => {
  check(`
=== mud.md
---\r
title: Why does mud stick?\r
---\r
# Clay\r
=== rain.txt
INQUIRING LINE\r
\r
Does rain cause mud?\r
\r
So Why does mud stick? we ask.\r
   ^^^^^^^^^^^^^^^^^^^ mention in body → mud.md
\r
Sources 1 note\r
\r
Why does mud stick?\r
^^^^^^^^^^^^^^^^^^^ entry in sources → mud.md

Clay holds on.\r
=== snow.md
# Does snow cause mud?\r
\r
> Or, why does mud stick?\r
      ^^^^^^^^^^^^^^^^^^^ mention in body → mud.md
`);
});
