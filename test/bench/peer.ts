import type { Answers } from './client.ts';
import type { Session } from './session.ts';
import type { Corpus, Form, Place } from './truth.ts';

/** A server to be measured, and where it differs from others in how it is spoken to. */
export interface Peer {
  readonly name: string;
  /** Its version, or where it was found. */
  readonly about: string;
  /** The forms of a corpus that it understands, the one it is meant for first. */
  readonly reads: readonly Form[];
  /** It answers without looking: for the wire's share of the times. */
  readonly isEcho?: true;
  /** Larger corpora are left out: in documents. */
  readonly most?: number;
  readonly command: (corpus: Corpus) => readonly string[];
  /** Answers to requests that only this server has. */
  readonly answers?: (session: Session) => Answers;
  readonly options?: (corpus: Corpus) => unknown;
  /** Sent by `workspace/didChangeConfiguration` after the start. */
  readonly settings?: object;
  /** Where it is not `textDocument/definition` that leads from a link to its document. */
  readonly definition?: (session: Session, place: Place) => Promise<string | undefined>;
  /** `asked`: by `textDocument/diagnostic`, by an editor right after each change. */
  readonly diagnostics: 'published' | 'asked';
  /** Called once for a corpus' folder before the server is started in it: what makes the folder one of its own. */
  readonly prepare?: (root: string) => void;
}
