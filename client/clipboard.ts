import { env } from 'vscode';
import { withoutControls } from './plain.ts';

/** Copies words of notes: all that is copied goes through here. */
export const copy = (text: string): Thenable<void> => env.clipboard.writeText(withoutControls(text));
