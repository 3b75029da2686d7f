"use client";
import { useEffect, useState, useSyncExternalStore } from "react";
import { hidesCarets } from "./carets-choice";
import { type LiveBody, liveBody } from "./live-body";
import type { LivePage } from "./live-body-context";
import { watchPeople } from "./text-people";

/** The page's live body, opened with the component and told to the page's store. Null until the browser has begun it. */
export function useLiveBody({ workspaceId, documentId, personId, mayWrite, store }: LivePage): LiveBody | null {
  const [body, setBody] = useState<LiveBody | null>(null);
  useEffect(() => {
    const opened = liveBody({ workspaceId, documentId, personId });
    const letGo = opened.hold();
    const tell = () => store.write({ state: opened.read() });
    const acts = { tryNow: opened.tryNow };
    store.write({ state: opened.read(), acts });
    const stop = opened.subscribe(tell);
    setBody(opened);
    return () => {
      stop();
      letGo();
      store.clear();
      setBody(null);
    };
  }, [workspaceId, documentId, personId, store]);
  useEffect(() => body?.setKeeping(mayWrite), [body, mayWrite]);
  const turn = useLiveFact(body, (opened) => opened.turn(), null);
  useEffect(() => {
    store.write({ hidesCarets: hidesCarets(personId) });
    return turn ? watchPeople(turn.connection.provider, personId, (people) => store.writePeople(people)) : undefined;
  }, [turn, personId, store]);
  return body;
}

const none = () => () => {};

/** Renders again only when the answer is another one. */
export function useLiveFact<T>(body: LiveBody | null, read: (body: LiveBody) => T, otherwise: T): T {
  const now = () => (body ? read(body) : otherwise);
  return useSyncExternalStore(body?.subscribe ?? none, now, () => otherwise);
}
