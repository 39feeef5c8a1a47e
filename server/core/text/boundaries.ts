import { isWordUnit } from './words.ts';

/**
 * Word boundaries on both sides: neither `pre-Does rain cause mud` nor `Does rain cause mud_2` names the title, nor does
 * `Why do bees like C++` name `Why do bees like C`, nor `What bees don’t` name `What bees don`.
 */
export function standsAlone(text: string, start: number, end: number): boolean {
  if (isWordUnit(text.charCodeAt(start)) && joins(text, start - 1, start - 2)) return false;
  if (!isWordUnit(text.charCodeAt(end - 1))) return true;
  return !joins(text, end, end + 1) && !/^(?:[+#]|['’][\p{L}\p{N}])/u.test(text.slice(end, end + 2));
}

/** Whether the unit at `near` ties a word to the one at `far`: a letter itself, or `-` and `_` before a letter. */
function joins(text: string, near: number, far: number): boolean {
  const unit = text.charCodeAt(near);
  if (isWordUnit(unit)) return true;
  return (unit === 45 || unit === 95 || unit === 0x2010 || unit === 0x2011) && isWordUnit(text.charCodeAt(far));
}
