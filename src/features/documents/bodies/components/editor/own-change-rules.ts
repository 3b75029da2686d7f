// Which transactions are one's own. Those of others arrive as a replacement of the whole document.
import type { Node } from "@tiptap/pm/model";
import type { Transaction } from "@tiptap/pm/state";

/** Whether what it changes was written by somebody else, or elsewhere. */
export function isRemoteChange(transaction: Transaction): boolean {
  return transaction.getMeta("y-sync$") !== undefined;
}

/**
 * Decides over one transaction after the other, before they are applied: refused is what a plugin would add to a remote
 * change. Every open editor would add it, and each would write it for all the others.
 */
export function remoteGuard(shown: () => Node): (transaction: Transaction) => boolean {
  let remote: Node | null = null;
  return (transaction) => {
    if (isRemoteChange(transaction)) {
      remote = transaction.doc;
      return true;
    }
    // What is added to a change begins where that ended, while the view still shows what was before it.
    return !(transaction.docChanged && transaction.before === remote && shown() !== remote);
  };
}
