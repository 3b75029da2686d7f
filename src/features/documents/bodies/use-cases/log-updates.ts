import type { LastingConnection } from "@/server/db/lasting-connection";
import { type AppendedUpdate, appendUpdates } from "../body-queries";

/** Updates in one statement. */
const MOST = 200;

/**
 * Writes updates down in the order in which they come. While one statement is under way the next gather, so that a
 * commit is shared by as many as there are; who is alone waits for nobody.
 */
export class UpdateLog {
  private waiting: { row: AppendedUpdate; done: (isTaken: boolean) => void; failed: (error: unknown) => void }[] = [];
  private isWriting = false;

  constructor(
    private readonly connection: Pick<LastingConnection, "run">,
    /** Names this process in what others are told. */
    private readonly origin: string,
  ) {}

  /** Resolves when it is durable; with false where its author may not write. Rejects when that can't be known. */
  append(row: AppendedUpdate): Promise<boolean> {
    return new Promise((done, failed) => {
      this.waiting.push({ row, done, failed });
      void this.write();
    });
  }

  private async write(): Promise<void> {
    if (this.isWriting) return;
    this.isWriting = true;
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, MOST);
      try {
        const rows = batch.map(({ row }) => row);
        const taken = await this.connection.run((db) => appendUpdates(db, this.origin, rows));
        for (const [index, { done }] of batch.entries()) done(taken[index] ?? false);
      } catch (error) {
        for (const { failed } of batch) failed(error);
      }
    }
    this.isWriting = false;
  }
}
