import type { Stamp } from '../../core/index.ts';
import type { Seen } from './readFiles.ts';

/** Which files were read, and which they were then. By path. */
export class OnDisk {
  #stamps: Map<string, Stamp>;
  /** When they were read, in milliseconds since 1970: all at first, and later those that had just been written. */
  readonly #readAt = new Map<string, number>();
  readonly #loadedAt = Date.now();
  /** As they were read, where the host cannot read at once. */
  readonly #texts = new Map<string, string>();

  /** @param stamps of all files, some of which were `read` just now */
  constructor(stamps: Map<string, Stamp> = new Map(), read: readonly Seen[] = []) {
    this.#stamps = stamps;
    this.#keepTexts(read);
  }

  /** Some of them were read once more. */
  take(seen: readonly Seen[]): void {
    const now = Date.now();
    for (const { path, stamp } of seen) {
      if (stamp && stamp.modified < 0) this.#readAt.set(path, now);
      else this.#readAt.delete(path);
      if (stamp) this.#stamps.set(path, stamp);
      else this.#stamps.delete(path);
    }
    this.#keepTexts(seen);
  }

  #keepTexts(seen: readonly Seen[]): void {
    for (const { path, text } of seen) {
      if (text !== undefined) this.#texts.set(path, text);
      else this.#texts.delete(path);
    }
  }

  /** Only where the host cannot read at once. */
  textOf(path: string): string | undefined {
    return this.#texts.get(path);
  }

  forget(path: string): void {
    this.#stamps.delete(path);
    this.#readAt.delete(path);
    this.#texts.delete(path);
  }

  /** When a file was last written, in milliseconds since 1970; undefined where the host does not know. */
  modifiedOf(path: string): number | undefined {
    const modified = this.#stamps.get(path)?.modified;
    // Written so shortly before it was read that its stamp does not say when.
    return modified !== undefined && modified < 0 ? (this.#readAt.get(path) ?? this.#loadedAt) : modified;
  }

  /** Whether a file is known to be another one by now. `size` in bytes, `modified` in milliseconds since 1970; NaN for unknown. */
  isOther(path: string, size: number | undefined, modified: number | undefined): boolean {
    if (Number.isNaN(size)) return false;
    const stamp = this.#stamps.get(path);
    return stamp?.size !== size || stamp?.modified !== modified;
  }

  /** Those of them that `isWanted`. */
  stamps(isWanted: (path: string) => boolean): Map<string, Stamp> {
    return new Map([...this.#stamps].filter(([path]) => isWanted(path)));
  }
}
