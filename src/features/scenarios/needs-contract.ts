// Needs of scenarios, and a scenario for a persona, as they cross the wire.
import { z } from "zod";
import { workspaceInput } from "@/shared/workspace-input";
import type { Pinned } from "./scenario-rules";

/** Scenarios that are looked through for one page. */
const MOST_LOOKED_THROUGH = 100;

export const needsInput = workspaceInput({
  /** Only of scenarios that this persona is in. */
  personaId: z.uuid().optional(),
  /** How many scenarios are looked through, those changed last first. */
  limit: z.int().min(1).max(MOST_LOOKED_THROUGH).default(50),
  /** `nextCursor` of the page before. */
  cursor: z.string().max(1_000).optional(),
  /** Sent along by infinite queries; there is one way to page. */
  direction: z.literal("forward").optional(),
});
export type NeedsInput = z.output<typeof needsInput>;

export const createForInput = workspaceInput({ personaId: z.uuid() });

/** Something that we must offer, as a scenario marks it. */
export interface Need {
  /** Stays the same across versions of its scenario; null for one that has none yet. */
  readonly id: string | null;
  readonly text: string;
}

export interface ScenarioNeeds {
  readonly id: string;
  readonly title: string;
  /** Where the needs are read: the published version's number, null for the draft. */
  readonly version: number | null;
  readonly personas: readonly Pick<Pinned, "id" | "title">[];
  readonly needs: readonly Need[];
}

/** Scenarios without needs are left out, so that a page may hold fewer than were looked through. */
export interface NeedsPage {
  readonly scenarios: readonly ScenarioNeeds[];
  readonly nextCursor: string | null;
}
