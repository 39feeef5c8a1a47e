/** Something could not be written; the message says what, and what was done before, in words. */
export class WriteError extends Error {}
