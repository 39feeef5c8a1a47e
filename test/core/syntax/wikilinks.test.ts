import { test } from 'node:test';
import { checkReferences as check } from '../checkReferences.ts';

test('a wikilink names a title, with a heading, a word to show, or as an embed', () => {
  check(`
=== mud.md
# Why does mud stick?
=== a.md
# On boots
See [[Why does mud stick?]], [[why does mud stick|mud]], [[Why does mud stick?#Clay]], [[ why does  mud stick # Clay|it ]] and ![[Why does mud stick]].
      ^^^^^^^^^^^^^^^^^^^ wikilink in body → mud.md
                               ^^^^^^^^^^^^^^^^^^ wikilink in body → mud.md
                                                           ^^^^^^^^^^^^^^^^^^^ wikilink in body → mud.md
                                                                                          ^^^^^^^^^^^^^^^^^^^ wikilink in body → mud.md
                                                                                                                                  ^^^^^^^^^^^^^^^^^^ wikilink in body → mud.md
`);
});

test('the innermost pair of brackets is the link', () => {
  check(`
=== mud.md
# Mud
=== a.md
# On boots
See [[[Mud]]], [[a [[mud]], [[mud]]]], [[mud] and [mud]] and [[never closed.
       ^^^ wikilink in body → mud.md
                     ^^^ wikilink in body → mud.md
                              ^^^ wikilink in body → mud.md
                                         ^^^^^^^^^^^^^ wikilink in body → dangling

And [[ ]], [[]], [[|mud]], [[#Clay]] and [[mud
`);
});

test('a backslash at the end of a target belongs to it, before a bar it does not', () => {
  check(`
=== a.md
# On boots
See [[mud\\]], [[mud\\|wet]] and [[mud\\#Clay\\|wet]].
      ^^^^ wikilink in body → dangling
                ^^^ wikilink in body → dangling
                                 ^^^^ wikilink in body → dangling
`);
});

test('a wikilink may be wrapped, also inside a block quote, and stand in a heading, a list, a table and emphasis', () => {
  check(`
=== mud.md
# Why does mud stick?
=== a.md
# On boots
## About [[why does mud stick]]
           ^^^^^^^^^^^^^^^^^^ wikilink in body → mud.md
- and **[[why does mud stick]]**
          ^^^^^^^^^^^^^^^^^^ wikilink in body → mud.md

| what | where |
| ---- | ----- |
| [[why does mud stick\\|mud]] | [[why does mud stick]] |
    ^^^^^^^^^^^^^^^^^^ wikilink in body → mud.md
                                  ^^^^^^^^^^^^^^^^^^ wikilink in body → mud.md

Somewhere [[why does
            ^^^^^^^^ …
mud stick]] is asked.
^^^^^^^^^ wikilink in body → mud.md

> Somewhere [[why does
              ^^^^^^^^ …
> mud stick]] is asked.
  ^^^^^^^^^ wikilink in body → mud.md
`);
});

test('escaped brackets are no brackets', () => {
  check(`
=== mud.md
# Mud
=== a.md
# On boots
No \\[[mud]] and no \\[\\[mud]], but \\\\[[mud]].
                                      ^^^ wikilink in body → mud.md
`);
});

test('brackets in code, comments, URLs and links are no brackets; a title may hold a tag', () => {
  check(`
=== mud.md
# Mud
=== sand.md
# Is <br> a word?
=== a.md
# On boots
As \`[[mud]]\` and <!-- [[mud]] --> and https://example.org/[[mud]] and [a [[mud]] b](mud.md) and [[mud \`]]\` and [[is <br> a word?]].
                                                                                    ^^^^^^ link in body → mud.md
                                                                                                                 ^^^^^^^^^^^^^^^ wikilink in body → sand.md

    [[mud]]

\`\`\`
[[mud]]
\`\`\`

So [[mud]](brown as it is), [[mud]][1] and [[mud]]\`code\`[[mud]].
     ^^^ wikilink in body → mud.md
                              ^^^ wikilink in body → mud.md
                                             ^^^ wikilink in body → mud.md
                                                          ^^^ wikilink in body → mud.md
`);
});

test('C# is a title with a sharp, and has headings too', () => {
  check(`
=== c.md
# C
=== sharp.md
# C#
=== slow.md
# Why is C# slow?
=== a.md
# On languages
[[C]], [[C#]], [[C#|sharp]], [[C##Syntax]], [[C#Syntax]], [[Why is C# slow?]] and [[Why is C# slow?#Loops]].
  ^ wikilink in body → c.md
         ^^ wikilink in body → sharp.md
                 ^^ wikilink in body → sharp.md
                               ^^ wikilink in body → sharp.md
                                              ^ wikilink in body → c.md
                                                            ^^^^^^^^^^^^^^^ wikilink in body → slow.md
                                                                                    ^^^^^^^^^^^^^^^ wikilink in body → slow.md
`);
});

test('a wikilink names a file by its stem or the end of its path, where no document has such a title', () => {
  check(`
=== notes/soil/mud.md
# Why does mud stick?
=== notes/rain.md
# Rain
=== weather/rain.txt
INQUIRING LINE

Does it rain?

=== a.md
# On boots
By stem [[mud]] and [[MUD]], by ending [[mud.md]], by path [[soil/mud]], [[notes/soil/mud]], [[soil/mud.md]].
          ^^^ wikilink in body → notes/soil/mud.md
                      ^^^ wikilink in body → notes/soil/mud.md
                                         ^^^^^^ wikilink in body → notes/soil/mud.md
                                                             ^^^^^^^^ wikilink in body → notes/soil/mud.md
                                                                           ^^^^^^^^^^^^^^ wikilink in body → notes/soil/mud.md
                                                                                               ^^^^^^^^^^^ wikilink in body → notes/soil/mud.md
Not by part of a name: [[ud]], [[oil/mud]], [[mu]], [[notes/mud]], [[mud.txt]], [[soil]].
                         ^^ wikilink in body → dangling
                                 ^^^^^^^ wikilink in body → dangling
                                              ^^ wikilink in body → dangling
                                                      ^^^^^^^^^ wikilink in body → dangling
                                                                     ^^^^^^^ wikilink in body → dangling
                                                                                  ^^^^ wikilink in body → dangling
The title goes before the file: [[rain]]. The ending tells them apart: [[rain.txt]].
                                  ^^^^ wikilink in body → notes/rain.md
                                                                         ^^^^^^^^ wikilink in body → weather/rain.txt
`);
});

test('several files of one name are ambiguous; a whole path is not', () => {
  check(`
=== mud/index.md
# Mud
=== old/mud/index.md
# Old mud
=== rain/index.md
# Rain
=== a.md
# On boots
[[index]] or [[mud/index]] or [[old/mud/index]] or [[rain/index]] or [[sand/index]].
  ^^^^^ wikilink in body → mud/index.md | old/mud/index.md | rain/index.md
               ^^^^^^^^^ wikilink in body → mud/index.md
                                ^^^^^^^^^^^^^ wikilink in body → old/mud/index.md
                                                     ^^^^^^^^^^ wikilink in body → rain/index.md
                                                                       ^^^^^^^^^^ wikilink in body → dangling
`);
});

test('an embedded picture that is there is no reference; one that is not dangles', () => {
  check(`
=== a.md
# On boots
![[oven.png]] ![[pictures/oven.png]] ![[cellar/oven.png]] [[Node.js]] ![[gone.png]]
                                        ^^^^^^^^^^^^^^^ wikilink in body → dangling
                                                            ^^^^^^^ wikilink in body → dangling
                                                                         ^^^^^^^^ wikilink in body → dangling
=== pictures/oven.png
no picture
`);
});
