/** A title or sentence for a label, which is one line of a menu. */
export const shortened = (text: string): string => (text.length <= 80 ? text : `${text.slice(0, 79).trimEnd()}…`);
