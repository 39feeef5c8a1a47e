/** Thrown where it is not certain what a construct is; the parser takes over. It never leaves this folder. */
class Uncertain extends Error {}

export const UNCERTAIN = new Uncertain();
