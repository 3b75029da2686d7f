// What people may tell about themselves to those who have the same text open: their caret, in their own name.
import type { Connection, Document } from "@hocuspocus/server";

/** Characters of it. */
const MAX_STATE = 4_000;
/** A page that makes its document anew goes on under another number. */
const MAX_STATES = 3;

/**
 * Leaves what a connection says about itself, and says who it is: names come from the server. What it passes on of others
 * is dropped, not refused, since honest editors do so after a pause.
 */
export function keepOwnStates(
  states: Map<number, Record<string, unknown>>,
  document: Document,
  connection: Connection,
  { userId, name }: { readonly userId: string; readonly name: string },
): void {
  const own = document.getClients(connection);
  // Hocuspocus looks at states through an awareness of its own, whose own empty state stands first.
  const [ghost] = states.keys();
  for (const [client, state] of states) {
    const isGhost = client === ghost && Object.keys(state).length === 0;
    const isTooMuch = JSON.stringify(state).length > MAX_STATE || (!own.has(client) && own.size >= MAX_STATES);
    if (isGhost || isTooMuch || !isFree(client, document, connection, userId)) {
      states.delete(client);
      continue;
    }
    own.add(client);
    state.user = { id: userId, name };
  }
}

/** Whether nobody else speaks by this number. One's own connection that broke off is taken over. */
function isFree(client: number, document: Document, connection: Connection, userId: string): boolean {
  for (const [other, { clients }] of document.connections) {
    if (other === connection || !clients.has(client)) continue;
    if (other.context.writer.userId !== userId) return false;
    clients.delete(client);
  }
  return true;
}
