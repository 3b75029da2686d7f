// The feed as it crosses the wire. Moments are ISO 8601 strings in UTC.

import { z } from "zod";
import type { KindName } from "@/shared/document-kinds";
import { workspaceInput } from "@/shared/workspace-input";
import { ACTIVITY_GROUPS, type ActivityGroup, type ActivityVerb } from "./activity-rules";

export const listActivitiesInput = workspaceInput({
  /** Left out: all of the workspace. */
  documentId: z.uuid().optional(),
  /** Done by this person only. */
  actorId: z.uuid().optional(),
  group: z.enum(Object.keys(ACTIVITY_GROUPS) as [ActivityGroup, ...ActivityGroup[]]).optional(),
  limit: z.int().min(1).max(100).default(30),
  /** `nextCursor` of the page before. */
  cursor: z.string().max(100).optional(),
  /** Sent along by infinite queries; there is one way to page. */
  direction: z.literal("forward").optional(),
});
export type ListActivitiesInput = z.output<typeof listActivitiesInput>;

export interface Activity {
  readonly id: number;
  readonly document: { readonly id: string; readonly kind: KindName; readonly title: string };
  readonly actor: { readonly id: string; readonly name: string };
  readonly verb: ActivityVerb;
  readonly details: Readonly<Record<string, string | number | null>>;
  /** How often, where one row tells of several, such as the edits of an hour. */
  readonly count: number;
  readonly at: string;
}

export interface ActivityPage {
  readonly items: readonly Activity[];
  readonly nextCursor: string | null;
}
