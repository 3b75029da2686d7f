"use client";
// What every part of the room needs to know of the session and of the person in it.
import { createContext, use } from "react";
import type { Room } from "../room-contract";

export interface RoomContextValue {
  readonly room: Room;
  readonly sessionId: string;
  /** The item that this page shows. */
  readonly itemId: string | null;
  readonly personId: string;
  /** Whether there is a presenter to follow at all: a meeting, and not a window of time. */
  readonly isMeeting: boolean;
  readonly isPresenter: boolean;
  readonly isFacilitator: boolean;
  /** Votes, marks and notes. */
  readonly mayTakePart: boolean;
}

const RoomContext = createContext<RoomContextValue | null>(null);
export const RoomProvider = RoomContext.Provider;

export function useRoom(): RoomContextValue {
  const value = use(RoomContext);
  if (!value) throw new Error("useRoom needs a RoomProvider above it.");
  return value;
}
