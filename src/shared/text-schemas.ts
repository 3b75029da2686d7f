// Text as people may send it: well-formed Unicode in one normal form, without control characters, bounded.
import { z } from "zod";

// C0 and C1 controls, and the bidirectional overrides that make a name read as another one.
// Tab and newline are handled by the callers, since prose may hold them and names may not.
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF]/g;

function normalise(text: string): string {
  return text.toWellFormed().normalize("NFC").replace(CONTROLS, "");
}

/** What is said of a text that is too long; `name` is what the person knows it by. */
function bounded(name: string, max: number, limit = max) {
  return z.string({ error: `${name} is text.` }).max(limit, `${name} holds up to ${max} characters. Shorten it.`);
}

/** One line: white space folded, trimmed. `max` counts UTF-16 units after normalising. */
export function line(max: number, name = "This") {
  return bounded(name, max, max * 4)
    .transform((text) => normalise(text).replace(/\s+/g, " ").trim())
    .pipe(bounded(name, max));
}

/** As `line`, and not empty. */
export function requiredLine(max: number) {
  return line(max).pipe(z.string().min(1, "Write at least one character."));
}

/** Several lines: newlines kept, at most one empty line between two. */
export function paragraphs(max: number, name = "This") {
  return bounded(name, max, max * 4)
    .transform((text) =>
      normalise(text)
        .replace(/\r\n?/g, "\n")
        .replace(/[^\S\n]+$/gm, "")
        .replace(/\n{3,}/g, "\n\n")
        .trim(),
    )
    .pipe(bounded(name, max));
}

/** Deeper than any content of ours; what nests further is not meant well. */
const MAX_DEPTH = 8;

/**
 * Any JSON value, for places where another schema judges the shape later. Its strings lose what the database can't
 * hold (NUL, lone surrogates); a value that nests deeper than eight levels is refused.
 */
export const jsonValue = z.unknown().transform((value, context) => {
  const clean = (part: unknown, depth: number): unknown => {
    if (typeof part === "string") return part.toWellFormed().replaceAll("\0", "");
    if (typeof part !== "object" || part === null) return part;
    if (depth === MAX_DEPTH) {
      context.addIssue("This value is nested too deeply.");
      return null;
    }
    if (Array.isArray(part)) return part.map((one) => clean(one, depth + 1));
    if (Object.hasOwn(part, "__proto__")) {
      context.addIssue("This value has a property __proto__, which nothing of ours has.");
      return null;
    }
    return Object.fromEntries(Object.entries(part).map(([key, one]) => [clean(key, depth), clean(one, depth + 1)]));
  };
  return clean(value, 0);
});
