import { describe, expect, it } from "vitest";
import { claimsField, type Field } from "../field-rules";
import { namingPlace, whereInContent } from "./edit-place-rules";

const goals = claimsField(["claims", "goals"], "Goals", "");
const fields: readonly Field[] = [{ path: ["summary"], label: "Summary", shape: "text", max: 10 }, goals];
const ids = [crypto.randomUUID(), crypto.randomUUID()];
const content = { title: "", summary: "", claims: { goals: ids.map((id) => ({ id, text: "" })) } };

describe("where an edit went wrong", () => {
  it.each<[readonly (string | number)[], string | null]>([
    [["summary"], "Summary"],
    [["claims", "goals"], "Goals"],
    [["claims", "goals", 1, "text"], "Goals, item 2"],
    [["claims", "goals", ids[0] ?? "", "text"], "Goals, item 1"],
    [["claims", "goals", "gone", "text"], "Goals"],
    [["claims"], null],
    [["__proto__"], null],
    [[], null],
  ])("%j is %j", (path, where) => {
    expect(whereInContent(fields, content, path)).toBe(where);
  });

  it("is named once", () => {
    expect(namingPlace("Goals", "Goals holds up to 500 items.")).toBe("Goals holds up to 500 items.");
    expect(namingPlace("Goals, item 2", "Claim is text.")).toBe("Goals, item 2: Claim is text.");
    expect(namingPlace(null, "This field doesn't exist.")).toBe("This field doesn't exist.");
  });
});
