// Inputs that every part of the reviews shares.
import { z } from "zod";
import { workspaceInput } from "@/shared/workspace-input";

export const sessionInput = workspaceInput({ sessionId: z.uuid() });
