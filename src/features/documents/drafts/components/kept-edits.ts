// Keeps unsent edits in the browser's storage, so that a closed tab or an empty battery loses none. Each tab has an
// entry of its own and holds a lock by its name; an entry whose lock is free was left behind and is taken over.
import type { KeptEdits } from "./draft-queue";

const PREFIX = "dramatis.unsent";

export interface EditKeeper {
  /** Writes what is unsent, or removes the entry when nothing is. */
  keep(kept: KeptEdits): void;
  /** Hands over, one by one, what tabs left behind that are no more. */
  adopt(take: (kept: KeptEdits) => void): Promise<void>;
}

/** For one person's edits of one document in this tab. */
export function editKeeper(personId: string, documentId: string): EditKeeper {
  const family = `${PREFIX}.${personId}.${documentId}.`;
  const own = family + crypto.randomUUID();
  // Held until the tab is gone; whoever finds it free finds an orphan.
  void navigator.locks?.request(own, () => new Promise(() => {}));
  return {
    keep: ({ batches, refused }) => {
      try {
        if (batches.length === 0 && !refused) localStorage.removeItem(own);
        else localStorage.setItem(own, JSON.stringify({ batches, refused } satisfies KeptEdits));
      } catch {
        // Storage is full or forbidden: the edits are still in memory, and are sent from there.
      }
    },
    adopt: async (take) => {
      for (const name of orphans(family, own)) {
        await navigator.locks?.request(name, { ifAvailable: true }, (lock) => {
          const kept = lock && read(name);
          if (!kept) return;
          // Taken first: it writes them down as this tab's own.
          take(kept);
          localStorage.removeItem(name);
        });
      }
    },
  };
}

function orphans(family: string, own: string): readonly string[] {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(family) && name !== own);
  } catch {
    return [];
  }
}

function read(name: string): KeptEdits | null {
  try {
    const kept = JSON.parse(localStorage.getItem(name) ?? "null") as KeptEdits | null;
    return kept && Array.isArray(kept.batches) ? kept : null;
  } catch {
    return null;
  }
}
