/**
 * Text for an attribute or an element. XML knows no control characters but white space, not even escaped; nor halves of
 * surrogate pairs. White space of a file's name is written so that it is not read as a mere space, and
 * what a terminal would act on so that it does not.
 */
export function escaped(text: string): string {
  const legal = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd');
  return legal.replace(/[&<>"\t\n\r\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, (unit) => `&#${unit.charCodeAt(0)};`);
}
