import { z } from "zod";

/** A strict input of a workspace procedure: unknown keys are refused, `workspaceId` is part of the wire. */
export function workspaceInput<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject({ workspaceId: z.uuid(), ...shape });
}
