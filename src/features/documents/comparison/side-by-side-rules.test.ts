import { describe, expect, it } from "vitest";
import { claimsField, type Field } from "../field-rules";
import { besideQuery, besideRows, differencesOnly, readBesideAddress } from "./side-by-side-rules";

const fields: readonly Field[] = [
  { path: ["archetype"], label: "Archetype", shape: "line", max: 100 },
  { path: ["age"], label: "Age", shape: "number", min: 0, max: 120 },
  { path: ["portrait"], label: "Portrait", shape: "line", max: 40, shows: "face" },
  claimsField(["goals"], "Goals", "", [{ path: ["severity"], label: "Severity", shape: "number", min: 1, max: 5 }]),
];

function claim(text: string, more = {}) {
  return { id: crypto.randomUUID(), text, provenance: "measured", source: "", ...more };
}
function persona(archetype: string, age: number | null, goals: readonly unknown[]) {
  return { title: archetype, archetype, age, portrait: archetype, goals };
}

describe("documents side by side", () => {
  it("have a row for each field in which one of them says something, and none for pictures", () => {
    const rows = besideRows(fields, [persona("Buyer", null, []), persona("Seller", null, [claim("Sell")])]);
    expect(rows.map(({ label }) => label)).toEqual(["Archetype", "Goals"]);
    expect(rows[0]).toMatchObject({ cells: ["Buyer", "Seller"], isSame: false });
    expect(rows[1]).toMatchObject({ cells: [[], [{ text: "Sell", details: "Measured" }]] });
  });

  it("share items of equal text, whatever their capitals and ids", () => {
    const rows = besideRows(fields, [
      persona("A", 30, [claim("Save time."), claim("Save money", { severity: 4 })]),
      persona("A", 30, [claim("save  time")]),
    ]);
    expect(rows.map(({ isSame }) => isSame)).toEqual([true, true, false]);
    expect(differencesOnly(rows)).toMatchObject([
      { label: "Goals", cells: [[{ text: "Save money", details: "Severity 4 · Measured" }], []] },
    ]);
  });

  it("show nothing as a difference when there is one document, except all of it", () => {
    const rows = besideRows(fields, [persona("A", 30, [claim("Save time")])]);
    expect(rows.map(({ isSame }) => isSame)).toEqual([true, true, false]);
  });

  it("are named by an address that says the same when it is read back", () => {
    const ids = [crypto.randomUUID(), crypto.randomUUID()];
    const address = { ids, isDifferencesOnly: true, isPublished: true };
    expect(readBesideAddress(Object.fromEntries(new URLSearchParams(besideQuery(address))))).toEqual(address);
  });

  it("are four at most, each once, and nothing that is no id", () => {
    const ids = Array.from({ length: 6 }, () => crypto.randomUUID());
    const read = readBesideAddress({ ids: [ids[0], ids[0], "../etc", "", ...ids.slice(1)].join(",") });
    expect(read.ids).toEqual(ids.slice(0, 4));
    expect(readBesideAddress({ ids: ["a", "b"], only: "x" })).toMatchObject({ ids: [], isDifferencesOnly: false });
  });
});
