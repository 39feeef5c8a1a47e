import { test } from 'node:test';
import { checkReferences as check } from '../checkReferences.ts';

// Markdown links: the path as written is what is underlined.

test('a link is a path, seen from the document, or with a slash from the corpus', () => {
  check(`
=== soil/mud.md
# Mud
=== soil/boots.md
# Boots
See [mud](mud.md), [mud](./mud.md), [mud](../soil/mud.md), [mud](/soil/mud.md), [mud](mud) and [mud](mud.md#clay "Clay").
          ^^^^^^ link in body → soil/mud.md
                         ^^^^^^^^ link in body → soil/mud.md
                                          ^^^^^^^^^^^^^^ link in body → soil/mud.md
                                                                 ^^^^^^^^^^^^ link in body → soil/mud.md
                                                                                      ^^^ link in body → soil/mud.md
                                                                                                     ^^^^^^^^^^^ link in body → soil/mud.md
Not [mud](Mud.md), [mud](soil/mud.md), [mud](ud.md).
          ^^^^^^ link in body → dangling
                         ^^^^^^^^^^^ link in body → dangling
                                             ^^^^^ link in body → dangling
`);
});

test('names with spaces, parentheses and accents, encoded or in angle brackets', () => {
  check(`
=== wet mud (brown).md
# Mud
=== crème.md
# Cream
=== 100% rye.md
# Rye
=== a.md
# On boots
[a](wet%20mud%20\\(brown\\).md) [b](<wet mud (brown).md>) [c](wet%20mud%20(brown).md) [d](cr%C3%A8me.md) [e](crème.md) [f](<100% rye.md>)
    ^^^^^^^^^^^^^^^^^^^^^^^^ link in body → wet mud (brown).md
                                   ^^^^^^^^^^^^^^^^^^ link in body → wet mud (brown).md
                                                            ^^^^^^^^^^^^^^^^^^^^^^ link in body → wet mud (brown).md
                                                                                        ^^^^^^^^^^^^^ link in body → crème.md
                                                                                                           ^^^^^^^^ link in body → crème.md
                                                                                                                          ^^^^^^^^^^^ link in body → 100% rye.md
`);
});

test('reference definitions, images, links around images', () => {
  check(`
=== mud.md
# Mud
=== oven.png
no picture
=== a.md
# On boots
See [the mud][mud], ![oven](oven.png), ![oven](gone.png) and [![oven](oven.png)](mud.md).
                                               ^^^^^^^^ link in body → dangling
                                                                                 ^^^^^^ link in body → mud.md

[mud]: mud.md "Mud"
       ^^^^^^ link in body → mud.md
[sand]: <sand.md>
         ^^^^^^^ link in body → dangling
[^1]: mud.md
[there]: https://example.org/mud.md
`);
});

test('what leads to a folder, to a file that is no document, or out of the corpus is no reference', () => {
  check(`
=== soil/mud.md
# Mud
=== LICENSE.txt
All wrongs reserved.
=== soil/a.md
# On boots
[a](../soil) [a](../soil/) [a](..) [a](../LICENSE.txt) [a](../../mud.md) [a](https://example.org/mud.md) [a](mailto:bee@example.org) [a](#clay) [a]() [a](//example.org)
[a](../gone/)
    ^^^^^^^^ link in body → dangling
`);
});

test('a link in code or a comment is none; a wikilink’s brackets may hold a link’s text', () => {
  check(`
=== mud.md
# Mud
=== a.md
# On boots
As \`[mud](mud.md)\`, <!-- [mud](mud.md) --> and \\[mud](mud.md), but [[mud]](mud.md).
                                                                           ^^^^^^ link in body → mud.md
`);
});

test('links in the plain layouts', () => {
  check(`
=== mud.md
# Mud
=== a.txt
INQUIRING LINE

On boots and paws

See [mud](mud.md), [mud](gone.md), \`[mud](mud.md)\` and [mud](https://example.org).
          ^^^^^^ link in body → mud.md
                         ^^^^^^^ link in body → dangling
`);
});

test('a mark in the name of a file is no query, and hidden folders are not looked into', () => {
  check(`
=== Why mud?.md
# Mud
=== a.md
# On boots
[a](<Why mud?.md>) [b](<Why mud?.md?plain=1#x>) [c](.github/help.md) [d](node_modules/x/README.md) [e](help.md)
     ^^^^^^^^^^^ link in body → Why mud?.md
                        ^^^^^^^^^^^^^^^^^^^^^ link in body → Why mud?.md
                                                                                                       ^^^^^^^ link in body → dangling
`);
});
