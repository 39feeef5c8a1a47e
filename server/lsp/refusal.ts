/** What was asked for is not done; the message tells the person why, and what to do, in a sentence or two. */
export class Refusal extends Error {}
