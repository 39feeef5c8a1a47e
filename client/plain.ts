// Words of notes, and names of files and folders, in places where VS Code looks for signs of its own.

/** What would act on the line that it stands in and not be read: control characters, and marks that turn the direction of writing. */
const unseen = /[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** A text for a tooltip: all of it, without what would act on it. Lines stay. */
export const wholeOf = (text: string): string => text.replace(unseen, (each) => (each === '\n' ? each : ' '));

/**
 * For notifications, and for what is said below an input box: VS Code makes links of `[a title](command:…)` there, and a click would
 * run the command, or open what the note says. A word joiner, which nobody sees, takes the two brackets apart.
 */
export const unlinked = (text: string): string => wholeOf(text).replaceAll('](', ']\u2060(');

/** For names of symbols, which VS Code puts into a list to pick from and shows as they are elsewhere: no backslash will do there. */
export const iconlessName = (text: string): string => text.replaceAll('$(', '$\u2060(');

/** For labels, descriptions and details of a list to pick from: `$(zap)` would be an icon there. */
export const iconless = (text: string): string => text.replaceAll('$(', '\\$(');

/**
 * For Markdown that the client makes: all of a text is words, with no links, not even of a bare `www.example.org`, which
 * `MarkdownString.appendText` leaves as it is, and VS Code makes a link of.
 */
export const unmarked = (text: string): string => text.replace(/[!-/:-@[-`{-~]/g, '\\$&').replace(/[\s\p{Cc}]+/gu, ' ');

/** For the clipboard and for what is dragged: without control characters, which nobody sees, and which act in a terminal. Line ends stay. */
export const withoutControls = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '');
