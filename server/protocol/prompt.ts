import type { ProvenEdit } from '../protocol.ts';

// Research prompts: the part of `protocol.ts` that copies them, and makes them where there is none.

/** The research prompt of the inquiry at `uri`, as it is to be copied: nothing is changed. */
export const promptRequest = 'noteCorpus/prompt';
export interface PromptParams {
  readonly uri: string;
  /** The reader's month, `2026-02`: what is old depends on it. Without it, the server's. */
  readonly now?: string;
  /** With the text of its sources behind it. */
  readonly withSources?: boolean;
  /** Where there is none, one is made, and not written anywhere. */
  readonly make?: boolean;
}
export type PromptResult =
  | { readonly title: string; readonly text: string }
  /** `canBeMade`: it is an inquiry that has none yet. */
  | { readonly refused: string; readonly canBeMade: boolean };

/** What gives the inquiry at `uri` a research prompt. One that is there is never touched. */
export const writePromptRequest = 'noteCorpus/writePrompt';
export interface WritePromptParams {
  readonly uri: string;
}
export type WritePromptResult = { readonly edit: ProvenEdit } | { readonly refused: string };
