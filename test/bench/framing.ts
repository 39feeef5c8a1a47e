const BREAK = Buffer.from('\r\n\r\n');

/** One message as it goes over the wire (LSP 3.17, "Base Protocol"). */
export function frame(message: object): Buffer {
  const body = Buffer.from(JSON.stringify(message));
  return Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]);
}

/** Cuts what comes over the wire into messages. A message of many chunks is put together once, when its last one is there. */
export class Framing {
  readonly #hear: (message: object) => void;
  #chunks: Buffer[] = [];
  /** Bytes in `#chunks`. */
  #held = 0;
  /** Bytes that there must be before it is worth looking. */
  #needed = 0;

  constructor(hear: (message: object) => void) {
    this.#hear = hear;
  }

  take(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#held += chunk.length;
    if (this.#held < this.#needed) return;
    let rest = this.#chunks.length === 1 ? chunk : Buffer.concat(this.#chunks);
    this.#needed = 0;
    while (rest.length > 0) {
      const head = rest.indexOf(BREAK);
      if (head < 0) break;
      const length = Number(/Content-Length: *(\d+)/i.exec(rest.toString('latin1', 0, head))?.[1]);
      const end = head + BREAK.length + length;
      if (rest.length < end) {
        this.#needed = end;
        break;
      }
      const body = rest.toString('utf8', head + BREAK.length, end);
      rest = rest.subarray(end);
      this.#hear(JSON.parse(body));
    }
    this.#chunks = rest.length > 0 ? [rest] : [];
    this.#held = rest.length;
  }
}
