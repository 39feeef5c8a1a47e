// Words of notes, and names of files and folders, in places where VS Code looks for signs of its own.

/**
 * For notifications, and for what is said below an input box: VS Code makes links of `[a title](command:…)` there, and a click would
 * run the command, or open what the note says. A word joiner, which nobody sees, takes the two brackets apart.
 */
export const unlinked = (text: string): string => text.replaceAll('](', ']\u2060(');

/** For names of symbols, which VS Code puts into a list to pick from and shows as they are elsewhere: no backslash will do there. */
export const iconlessName = (text: string): string => text.replaceAll('$(', '$\u2060(');

/** For labels, descriptions and details of a list to pick from: `$(zap)` would be an icon there. */
export const iconless = (text: string): string => text.replaceAll('$(', '\\$(');
