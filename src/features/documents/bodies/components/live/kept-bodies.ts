// The copy of live bodies on this device: for people who may write, by person and document.
import { IndexeddbPersistence, storeState } from "y-indexeddb";
import type * as Y from "yjs";
import { forgetKeptBodies, keptBodyName } from "@/shared/kept-on-device";

/** A database that takes longer to open is taken for one that is blocked. */
const PATIENCE = 3_000;

export interface KeptBody {
  /** Holds something that was synced before. */
  readonly hadText: boolean;
  close(): void;
  /** Makes one row of all that was written down: each opening adds the whole text, and each letter a row. */
  fold(): void;
  /** Removes the copy for good. */
  forget(): Promise<void>;
}

/**
 * Reads the copy into the document and writes down what becomes of it. Null where the browser keeps nothing: a private
 * window, a blocked or a broken database. `onFull` is called when it can't be written any more.
 */
export async function keepBody(
  personId: string,
  documentId: string,
  doc: Y.Doc,
  onFull: () => void,
): Promise<KeptBody | null> {
  const name = keptBodyName(personId, documentId);
  await forgetOthers(personId);
  if (!(await opens(name))) return null;
  const kept = new IndexeddbPersistence(name, doc);
  const isThere = await within(kept.whenSynced.then(() => true));
  if (!isThere) {
    void kept.destroy();
    return null;
  }
  // Failed writes bubble up to the database.
  kept.db?.addEventListener("error", onFull);
  kept.db?.addEventListener("abort", onFull);
  // Another tab signs out: the database must let go, or it can't be removed.
  kept.db?.addEventListener("versionchange", () => {
    void kept.destroy();
    onFull();
  });
  askToStay();
  return {
    hadText: doc.store.clients.size > 0,
    fold: () => void (async () => storeState(kept))().catch(onFull),
    close: () => void kept.destroy(),
    forget: () => kept.clearData(),
  };
}

function opens(name: string): Promise<boolean | undefined> {
  return within(
    new Promise<boolean>((done) => {
      try {
        const request = indexedDB.open(name);
        // The layout of y-indexeddb, which would not make it any more once the database is there.
        request.onupgradeneeded = () => {
          request.result.createObjectStore("updates", { autoIncrement: true });
          request.result.createObjectStore("custom");
        };
        request.onsuccess = () => {
          request.result.close();
          done(true);
        };
        request.onerror = () => done(false);
        request.onblocked = () => done(false);
      } catch {
        done(false);
      }
    }),
  );
}

function within(work: Promise<boolean>): Promise<boolean | undefined> {
  return Promise.race([work, new Promise<undefined>((done) => setTimeout(done, PATIENCE))]);
}

let othersGone: Promise<void> | undefined;

/** Whoever used this browser before has left nothing for the next person to find. */
function forgetOthers(personId: string): Promise<void> {
  othersGone ??= forgetKeptBodies({ exceptPersonId: personId });
  return othersGone;
}

let hasAsked = false;

/** Asks the browser, once a visit, not to throw the copies away when the device runs short of room. */
function askToStay(): void {
  if (hasAsked) return;
  hasAsked = true;
  void navigator.storage?.persist?.().catch(() => {});
}
