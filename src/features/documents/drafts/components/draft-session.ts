// One draft as this tab edits it: what the server has, the own edits on their way there, and the way to undo them.
// Outlives the page's component, so that what could not be sent yet goes on being tried.
import type { Refusal } from "@/trpc/refusal";
import type { DraftView } from "../../document-contract";
import type { DocumentContent } from "../../field-rules";
import { applyEdits, type Edit } from "../edit-rules";
import { type Batch, DraftQueue, withUnsent } from "./draft-queue";
import type { EditKeeper } from "./kept-edits";
import { type Undone, UndoStack } from "./undo-stack";

export type Draft = DraftView<DocumentContent>;

interface Accepted extends Batch {
  readonly revision: number;
}

/** Where the draft is kept, and the server behind it. */
export interface DraftSource {
  read(): Draft | undefined;
  write(draft: Draft): void;
  /** Reads the draft anew from the server. Never rejects. */
  refetch(): Promise<void>;
  /** Sends a batch; the answer holds the edits as they took effect. */
  send(batch: Batch): Promise<{ readonly revision: number; readonly edits: readonly Edit[] }>;
  /** Has the server put into the draft all that was acknowledged of its prose; the answer is the draft's revision. */
  settle(): Promise<{ readonly revision: number }>;
  explain(error: unknown): Refusal;
}

/** So long an answer that is ahead of the stream waits for what lies between, in milliseconds. */
const GAP_PATIENCE = 400;
const READ_AGAIN = 2_000;
/** Many people's edits are shown together, at most so often. */
const SHOW_EVERY = 40;
/** Prose that was stored comes without its words; so soon it is read anew, and so often while people go on writing. */
const PROSE_AFTER = 300;
const PROSE_EVERY = 5_000;

export class DraftSession {
  readonly queue: DraftQueue;
  private readonly history = new UndoStack();
  private readonly listeners = new Set<() => void>();
  /** Batches by revision that came before those that lie between. */
  private ahead = new Map<number, Accepted>();
  private waiting: { readonly revision: number; readonly done: () => void }[] = [];
  private shownAt = 0;
  private showTimer: ReturnType<typeof setTimeout> | undefined;
  private gapTimer: ReturnType<typeof setTimeout> | undefined;
  /** The prose that is shown is older than the revision says. */
  private isProseBehind = false;
  private proseReadAt = 0;
  private proseTimer: ReturnType<typeof setTimeout> | undefined;
  /** Whether a stream tells what others write; without one, what is missing has to be asked for. */
  isLive = false;

  constructor(
    private readonly source: DraftSource,
    private readonly keeper: EditKeeper,
  ) {
    this.queue = new DraftQueue({ send: (batch) => this.send(batch), explain: source.explain }, keeper.keep);
    this.queue.subscribe(() => {
      for (const listener of this.listeners) listener();
    });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Of the draft that is shown. */
  get revision(): number {
    return this.source.read()?.revision ?? 0;
  }

  readonly canUndo = (): boolean => this.history.canUndo;
  readonly canRedo = (): boolean => this.history.canRedo;

  /** Takes over what closed tabs left unsent. */
  adopt(): Promise<void> {
    return this.keeper.adopt((kept) => this.queue.adopt(kept));
  }

  readonly edit = (edit: Edit): void => {
    const content = this.content();
    if (content) this.history.note(content, edit);
    this.queue.add(edit);
  };

  readonly undo = (): Undone | null => this.makeUndone((content) => this.history.undo(content));
  readonly redo = (): Undone | null => this.makeUndone((content) => this.history.redo(content));

  private makeUndone(take: (content: DocumentContent) => Undone | null): Undone | null {
    const content = this.content();
    const undone = content && take(content);
    if (!undone) return null;
    for (const edit of undone.edits) this.queue.add(edit);
    for (const listener of this.listeners) listener();
    return undone;
  }

  private content(): DocumentContent | null {
    const draft = this.source.read();
    return draft ? withUnsent(draft.content, this.queue.read().unsent) : null;
  }

  /** A batch that the server accepted, as the stream tells it. */
  take(batch: Accepted): void {
    if (batch.revision <= (this.source.read()?.revision ?? -1)) {
      this.queue.acknowledge(batch.batchId);
      return;
    }
    this.ahead.set(batch.revision, batch);
    const since = Date.now() - this.shownAt;
    if (since >= SHOW_EVERY) this.show();
    else this.showTimer ??= setTimeout(() => this.show(), SHOW_EVERY - since);
  }

  private async send(batch: Batch): Promise<void> {
    const { revision, edits } = await this.source.send(batch);
    const draft = this.source.read();
    if (!draft || revision <= draft.revision) return;
    this.ahead.set(revision, { ...batch, revision, edits });
    // Shown before it counts as sent: otherwise it would vanish in between.
    const shown = new Promise<void>((done) => this.waiting.push({ revision, done }));
    this.show();
    await shown;
  }

  /** Puts on what follows on the draft. What doesn't waits for what lies between, or has the draft read anew. */
  private show(patience = this.isLive ? GAP_PATIENCE : 0): void {
    clearTimeout(this.showTimer);
    this.showTimer = undefined;
    this.shownAt = Date.now();
    const draft = this.source.read();
    if (!draft) return;
    const next = this.following(draft.revision);
    const last = next.at(-1);
    if (last) {
      try {
        const content = applyEdits(
          draft.content,
          next.flatMap(({ edits }) => edits),
        );
        this.source.write({ ...draft, content, revision: last.revision });
        if (next.some(({ edits }) => edits.length === 0)) this.readProseSoon();
      } catch {
        // What one has is not what the server has.
        void this.readAnew();
        return;
      }
    }
    this.settle();
    clearTimeout(this.gapTimer);
    if (this.ahead.size > 0) this.gapTimer = setTimeout(() => void this.readAnew(), patience);
  }

  private readProseSoon(): void {
    this.isProseBehind = true;
    const pause = Math.max(PROSE_AFTER, this.proseReadAt + PROSE_EVERY - Date.now());
    this.proseTimer ??= setTimeout(() => void this.readProse(), pause);
  }

  private async readProse(): Promise<void> {
    clearTimeout(this.proseTimer);
    this.proseTimer = undefined;
    this.isProseBehind = false;
    this.proseReadAt = Date.now();
    await this.readAnew();
  }

  /**
   * The draft as the server has it now, fields and prose, once everything of this tab has arrived there; null when
   * something could not be saved.
   */
  async readSettled(): Promise<Draft | null> {
    if (!(await this.queue.flush())) return null;
    try {
      const { revision } = await this.source.settle();
      if (this.isProseBehind || revision !== this.revision) await this.readProse();
    } catch {
      return null;
    }
    return this.source.read() ?? null;
  }

  private following(revision: number): readonly Accepted[] {
    const next: Accepted[] = [];
    for (let batch = this.ahead.get(revision + 1); batch; batch = this.ahead.get(batch.revision + 1)) next.push(batch);
    return next;
  }

  private async readAnew(): Promise<void> {
    await this.source.refetch();
    this.settle();
    // What came meanwhile may follow now; while the server can't be asked, it is tried again.
    if (this.ahead.size > 0) this.show(READ_AGAIN);
  }

  /** Lets go of what the draft shows by now. */
  private settle(): void {
    const revision = this.source.read()?.revision ?? -1;
    for (const [at, { batchId }] of this.ahead) {
      if (at > revision) continue;
      this.ahead.delete(at);
      this.queue.acknowledge(batchId);
    }
    const reached = this.waiting.filter((one) => one.revision <= revision);
    this.waiting = this.waiting.filter((one) => one.revision > revision);
    for (const { done } of reached) done();
  }

  /** The draft was read anew by somebody else. */
  refreshed(): void {
    if (this.ahead.size > 0 || this.waiting.length > 0) this.show();
  }
}
