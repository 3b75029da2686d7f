import { Pill, type PillTone } from "@/ui/pill";
import type { SessionMode, SessionState } from "../../session-contract";

const TONES: Readonly<Record<SessionState, PillTone>> = {
  planned: "plain",
  open: "info",
  closed: "fresh",
  cancelled: "plain",
};

/** Where a session stands, in a word. */
export function SessionPill({
  session,
}: {
  readonly session: { readonly state: SessionState; readonly mode: SessionMode };
}) {
  const words = {
    planned: "Planned",
    open: session.mode === "live" ? "Live" : "Open",
    closed: "Minutes",
    cancelled: "Cancelled",
  };
  return <Pill tone={TONES[session.state]}>{words[session.state]}</Pill>;
}
