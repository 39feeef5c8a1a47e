/** Three notes on mud, and an inquiry that names them by their bare titles; one title no document has. */
export const MUD = `
=== mud.txt
Why does mud stick to boots?

Clay platelets slide over each other and hold.

Wet clay is a suspension of platelets.

Inquiring lines that use this note as a source 2

- Does rain make a path worse?
- Is gravel worth its price?

Original note title

wet clay sticks to what presses it

=== clay.md
# What is clay made of?

Plates of silicate, as [[Why does mud stick to boots?]] needs them. See [the inquiry](rain.txt).

=== rain.txt
INQUIRING LINE

Does rain make a path worse?

This explores what water does to a path.

It does, as we know from Why does mud stick to boots?. The grains matter too What is clay made of? — and so
does Why does sand not stick at all?, of course.

Sources 3 notes

Why does mud stick to boots?

Clay platelets slide over each other and hold.

What is clay made of?

Plates of silicate.

Why does sand not stick at all?

Grains without plates.
`;
