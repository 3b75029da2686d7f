// Somebody's editor without a screen: a real provider over a real socket, with the shared type that editors write in.
import { type HocuspocusProvider, HocuspocusProviderWebsocket } from "@hocuspocus/provider";
import * as Y from "yjs";
import {
  BODY_FRAGMENT,
  BODY_SCHEMA_VERSION,
  type Body,
  type BodyNode,
  bodyText,
} from "@/features/documents/bodies/body-rules";
import { readBody } from "@/features/documents/bodies/body-yjs";
import { BodyProvider } from "@/features/documents/bodies/components/live/body-provider";
import { LIVE_PATH } from "@/shared/live-convention";

export interface LiveEditorOptions {
  /** Such as http://localhost:3100. */
  readonly appUrl: string;
  readonly cookie: string;
  readonly workspaceId: string;
  readonly documentId: string;
  readonly doc?: Y.Doc;
  readonly schema?: number;
  /** Tries again, on a new socket, whatever the server says. */
  readonly isStubborn?: boolean;
}

export interface LiveEditor {
  readonly doc: Y.Doc;
  readonly provider: HocuspocusProvider;
  /** Why the server closed or refused, in order. */
  readonly refusals: readonly string[];
  /** Adds a paragraph at the end. */
  write(text: string): void;
  /** Types at the end of the paragraph with this number. */
  type(paragraph: number, text: string): void;
  body(): Body;
  text(): string;
  /** Resolves when everything written was acknowledged. Rejects after `patience` milliseconds. */
  saved(patience?: number): Promise<void>;
  /** Whether everything written here was acknowledged. */
  readonly isSaved: boolean;
  /** Loses the connection without a word, and makes another. */
  cut(): void;
  /** Resolves when the first sync is done. */
  synced(patience?: number): Promise<void>;
  leave(): void;
}

class Line extends HocuspocusProviderWebsocket {
  /** Without the farewell that a dead network never answers. */
  abandon(): void {
    this.webSocket?.close();
    this.emit("close", { event: { code: 4408, reason: "" } });
  }
}

export function liveEditor(options: LiveEditorOptions): LiveEditor {
  const { appUrl, cookie, workspaceId, documentId, doc = new Y.Doc(), schema = BODY_SCHEMA_VERSION } = options;
  class CookieSocket extends WebSocket {
    constructor(url: string) {
      // Node's own takes headers; browsers send both by themselves.
      super(url, { headers: { cookie, origin: appUrl } } as unknown as string[]);
    }
  }
  const refusals: string[] = [];
  const url = `${appUrl.replace(/^http/, "ws")}${LIVE_PATH}?schema=${schema}`;
  const websocketProvider = new Line({
    url,
    WebSocketPolyfill: CookieSocket,
    delay: 100,
    minDelay: 50,
    maxDelay: 500,
  });
  let isSaved = false;
  const cut = () => websocketProvider.abandon();
  const drop = (reason: string) => {
    refusals.push(reason);
    if (options.isStubborn && reason !== "") setTimeout(cut, 50);
  };
  const provider = new BodyProvider({
    websocketProvider,
    name: `${workspaceId}/${documentId}`,
    document: doc,
    token: "session",
    onAuthenticationFailed: ({ reason }) => drop(reason),
    onClose: ({ event }) => drop(event.reason),
  });
  provider.onWrote = () => {
    isSaved = false;
  };
  provider.onAnswered = (isTaken) => {
    isSaved = isTaken;
  };
  provider.attach();
  const fragment = doc.getXmlFragment(BODY_FRAGMENT);
  const paragraph = (text: string) => {
    const element = new Y.XmlElement("paragraph");
    element.insert(0, [new Y.XmlText(text)]);
    return element;
  };
  const until = async (isSo: () => boolean, patience: number, what: string) => {
    const deadline = Date.now() + patience;
    while (!isSo()) {
      if (Date.now() > deadline) throw new Error(`${what} (refusals: ${refusals.join(", ")})`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  return {
    doc,
    provider,
    refusals,
    write: (text) => fragment.insert(fragment.length, [paragraph(text)]),
    type: (number, text) => {
      const element = fragment.get(number) as Y.XmlElement;
      const inner = element.get(0) as Y.XmlText | undefined;
      if (inner) inner.insert(inner.length, text);
      else element.insert(0, [new Y.XmlText(text)]);
    },
    body: () => readBody(doc).body,
    text: () => bodyText(readBody(doc).body as BodyNode),
    get isSaved() {
      return isSaved;
    },
    cut,
    saved: (patience = 10_000) => until(() => isSaved, patience, "not acknowledged"),
    synced: (patience = 10_000) => until(() => provider.isSynced, patience, "not synced"),
    leave: () => {
      provider.destroy();
      websocketProvider.destroy();
    },
  };
}
