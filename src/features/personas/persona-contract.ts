import { z } from "zod";
import { PORTRAIT_SEED_PATTERN } from "@/shared/portrait-address";
import { contentSchema } from "../documents/content-contract";
import { PERSONA_FIELDS, type PersonaContent } from "./persona-rules";

const seed = z.string().regex(PORTRAIT_SEED_PATTERN, "This face can't be drawn.");

/** A persona's content, whole: every property is always there, empty ones as "", [] or null. */
export const personaContent = contentSchema<PersonaContent>(PERSONA_FIELDS, { "portrait.seed": seed });
