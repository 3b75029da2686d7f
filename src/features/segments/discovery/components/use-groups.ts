"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import type { AskedData, GroupsEvent, GroupsFound } from "@/features/datasets/discovery/discovery-contract";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { refusal } from "@/trpc/refusal";

export type GroupsStep = Exclude<GroupsEvent, { readonly type: "found" }>;

interface GroupsState {
  /** How far the work is; null where none is under way. */
  readonly event: GroupsStep | null;
  readonly found: GroupsFound | null;
  /** By which `found` was found. */
  readonly features: readonly string[];
  readonly problem: string | null;
}

const NOTHING: GroupsState = { event: null, found: null, features: [], problem: null };

/** Looks for groups, telling how far it is; stops when it is told to and when the page is left. */
export function useGroups({ datasetId, snapshotId }: AskedData) {
  const { id: workspaceId } = useWorkspace();
  const [state, setState] = useState(NOTHING);
  const stream = useRef<{ unsubscribe: () => void } | null>(null);
  const turn = useRef(0);
  const leave = useCallback(() => {
    turn.current += 1;
    stream.current?.unsubscribe();
    stream.current = null;
  }, []);
  useEffect(() => leave, [leave]);

  const look = async (features: readonly string[], many: number | null) => {
    leave();
    const mine = turn.current;
    const isOurs = () => mine === turn.current;
    const begin: GroupsStep = { type: "working", step: "reading", share: 0 };
    setState((before) => ({ ...before, event: begin, problem: null }));
    const fail = (error: unknown) => {
      if (!isOurs()) return;
      leave();
      setState((before) => ({ ...before, event: null, problem: refusal(error).message }));
    };
    try {
      const { liveClient } = await import("@/trpc/live-client");
      if (!isOurs()) return;
      const input = { workspaceId, datasetId, snapshotId, features: [...features], many };
      stream.current = liveClient.segments.discoverGroups.subscribe(input, {
        onData: (event) => {
          if (!isOurs()) return;
          if (event.type !== "found") {
            setState((before) => ({ ...before, event }));
            return;
          }
          leave();
          setState({ event: null, found: event.found, features, problem: null });
        },
        onError: fail,
        onComplete: () => fail(null),
      });
    } catch (error) {
      fail(error);
    }
  };
  const stop = () => {
    leave();
    setState((before) => ({ ...before, event: null }));
  };
  return { state, stop, look: (features: readonly string[], many: number | null) => void look(features, many) };
}
