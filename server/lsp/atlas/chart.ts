import * as core from '../../core/index.ts';
import { type Atlas, type AtlasChange, nodeRadius } from '../../protocol.ts';
import type { Folder } from '../ports.ts';
import { utf8 } from '../reading/utf8.ts';
import { inTurns, standBack, Turns } from '../turns.ts';
import { toAtlas, toChange } from './encode.ts';

/** How long after places were last found they are kept for the next start, in milliseconds; and soon after all were arranged. */
const KEEP = 30_000;
const KEEP_FIRST = 200;

/** What a chart is of: the corpus as it is when it is asked. */
export interface Charted {
  readonly snapshot: core.Snapshot;
}

/**
 * The graph of one corpus through time, with a place for each node: what follows the corpus, and what askers were told last.
 * Nothing is done before somebody asks.
 */
export class Chart {
  readonly #corpus: Charted;
  readonly #folder: Pick<Folder, 'arrange' | 'places'>;
  /** Called when all was arranged anew and nobody asked for it. */
  readonly #renewed: () => void;
  readonly #columns = new core.GraphColumns();
  readonly #touched = new Set<number>();
  /** One asker after the other. */
  #last: Promise<unknown> = Promise.resolve();
  #standing: core.Standing | undefined;
  /** What is added to a step of the columns to make it the number of an atlas: another one when all is to be told anew. */
  #base = 0;
  /** The first number of which it is known what changed since. */
  #first = 0;
  #whole: Atlas | undefined;
  #isArranging = false;
  #isKept = true;
  #keeping: ReturnType<typeof setTimeout> | undefined;

  constructor(corpus: Charted, folder: Pick<Folder, 'arrange' | 'places'>, renewed: () => void) {
    this.#corpus = corpus;
    this.#folder = folder;
    this.#renewed = renewed;
  }

  /** These documents may be others than before. */
  touch(documents: Iterable<number>): void {
    // Before the first question all are.
    if (this.#columns.step > 0) for (const id of documents) this.#touched.add(id);
  }

  /** Whether no document is other than it knows; nothing is known before the first question. */
  get isUpToDate(): boolean {
    return this.#touched.size === 0;
  }

  /** Goes on to the corpus as it is now, where somebody asked for it once. */
  catchUp(): Promise<void> {
    return this.#next(async () => {
      if (this.#columns.step > 0) await this.#follow();
    });
  }

  /** The corpus has other numbers from now on, and says what it said (`core.Renewal`): to be told when this is up to date. */
  renumber(snapshot: core.Snapshot): void {
    void this.#next(() => inTurns(this.#columns.renumber(snapshot), () => true, standBack)).catch(() => undefined);
  }

  /**
   * The whole graph as it is now, or what is other than in the one with the number `since`, where that is known.
   */
  answer(since: number | undefined): Promise<Atlas | AtlasChange> {
    return this.#next(() => this.#answer(since));
  }

  /** Keeps the places for the next start, where there is something new. Never rejects. */
  async keep(): Promise<void> {
    clearTimeout(this.#keeping);
    // Whoever ends does not wait for all to be arranged first.
    if (!this.#isKept) await this.#next(() => this.#keep()).catch(() => undefined);
  }

  #next<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => undefined);
    return done;
  }

  async #answer(since: number | undefined): Promise<Atlas | AtlasChange> {
    await this.#follow();
    await this.#place();
    const number = this.#base + this.#columns.step;
    const isKnown = since !== undefined && since >= this.#first && since <= number;
    const change = isKnown && (await inTurns(toChange(since, number, this.#base, this.#columns, this.#standing!)));
    return change || (await this.#tellWhole());
  }

  async #follow(): Promise<void> {
    const { snapshot } = this.#corpus;
    const isFirst = this.#columns.step === 0;
    if (!isFirst && this.#touched.size === 0) return;
    const touched = [...this.#touched];
    this.#touched.clear();
    await inTurns(this.#columns.follow(snapshot, touched), () => true, standBack);
  }

  /** Sees to it that every node stands somewhere. */
  async #place(): Promise<void> {
    if (!this.#standing) {
      this.#standing = await this.#restored();
      if (!this.#standing) {
        this.#standing = core.standingOf(await this.#arranged(() => this.#graph()));
        this.#keepIn(KEEP_FIRST);
      }
      this.#renumber();
    }
    const before = this.#standing.arrived;
    const isOutgrown = await inTurns(core.moveOn(this.#columns, this.#standing, nodeRadius), () => true, standBack);
    if (this.#standing.arrived > before) this.#keepIn(KEEP);
    if (isOutgrown && !this.#isArranging) void this.#arrangeAnew().catch(() => undefined);
  }

  async #restored(): Promise<core.Standing | undefined> {
    const bytes = this.#folder.places?.read();
    return bytes && (await inTurns(core.placesKept(this.#columns, bytes, utf8)));
  }

  /** @param before where all stood, and in which groups */
  async #graph(before?: core.Before): Promise<core.ToArrange> {
    return (await inTurns(core.toArrange(this.#columns, nodeRadius, before)))!;
  }

  /** @param graph asked for once more where another thread took it and failed */
  async #arranged(graph: () => Promise<core.ToArrange>): Promise<core.Arrangement> {
    const elsewhere = this.#folder.arrange && (await this.#folder.arrange(await graph())?.catch(() => undefined));
    // In a browser, whose server is a thread of its own, the search for communities holds up all else for its time.
    return elsewhere ?? (await inTurns(core.arrange(await graph()), () => true, standBack))!;
  }

  /** All anew, while questions are answered from what there is. */
  async #arrangeAnew(): Promise<void> {
    this.#isArranging = true;
    let [closed, strangers] = [0, 0];
    // Between two questions: then the columns hold still, and every node stands somewhere.
    const graph = async (): Promise<core.ToArrange> => {
      await this.#closeGaps();
      const before = core.beforeOf(this.#standing!);
      closed = this.#columns.closed;
      strangers = before.parents ? this.#standing!.strangers : 0;
      return this.#graph(before);
    };
    try {
      const arrangement = await this.#arranged(() => this.#next(graph));
      await this.#next(async () => {
        // Where numbers are others by now, it comes too late; the next question tries again.
        if (this.#columns.closed !== closed) return;
        this.#standing = core.standingOf(arrangement, strangers);
        this.#renumber();
        this.#keepIn(KEEP_FIRST);
      });
      this.#renewed();
    } finally {
      this.#isArranging = false;
    }
  }

  /** From now on, all that was told before is told anew. */
  #renumber(): void {
    const last = this.#base + this.#columns.step;
    // After a restart an asker may have a number of the last run: it is to be none of ours.
    this.#base = Math.max(Date.now(), last + 1);
    this.#first = this.#base + this.#columns.step;
  }

  async #closeGaps(): Promise<void> {
    const kept = await inTurns(this.#columns.closeGaps());
    if (!kept) return;
    this.#standing = core.renumbered(this.#standing!, kept);
    this.#renumber();
  }

  async #tellWhole(): Promise<Atlas> {
    await this.#closeGaps();
    const number = this.#base + this.#columns.step;
    if (this.#whole?.number !== number) this.#whole = (await inTurns(toAtlas(number, this.#columns, this.#standing!)))!;
    return this.#whole;
  }

  #keepIn(delay: number): void {
    if (!this.#folder.places) return;
    this.#isKept = false;
    clearTimeout(this.#keeping);
    this.#keeping = setTimeout(() => void this.keep(), delay);
  }

  async #keep(): Promise<void> {
    if (this.#isKept || !this.#standing || !this.#folder.places) return;
    this.#isKept = true;
    const turns = new Turns();
    await this.#folder.places.write(core.keptPlaces(this.#columns, this.#standing, utf8), () => turns.give());
  }
}
