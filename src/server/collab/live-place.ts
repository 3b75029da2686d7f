// Where a live document is: its name on the socket.

export interface LivePlace {
  readonly workspaceId: string;
  readonly documentId: string;
}

const NAME = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Null for what is no name of ours. */
export function livePlace(name: string): LivePlace | null {
  const [, workspaceId, documentId] = NAME.exec(name) ?? [];
  return workspaceId && documentId ? { workspaceId, documentId } : null;
}
