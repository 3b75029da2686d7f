// The content that a sheet shows, outside of React: a component hears only of the part that it reads.
import type { DocumentContent } from "../../field-rules";

export class ContentStore {
  private readonly listeners = new Set<() => void>();

  constructor(private content: DocumentContent) {}

  readonly read = (): DocumentContent => this.content;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Parts that are equal must be identical to those of before; edits keep what they don't touch. */
  write(content: DocumentContent): void {
    if (content === this.content) return;
    this.content = content;
    for (const listener of this.listeners) listener();
  }
}
