/** What is told when a live body was changed, whoever did: other processes, and edits of the server itself. */
export function bodyTopic(documentId: string): string {
  return `body:${documentId}`;
}

export interface BodyEvent {
  /** The process that applied it already; "" for none. */
  readonly origin: string;
  /** The update in base64; null where it was too long to be told, and has to be read. */
  readonly update: string | null;
}
