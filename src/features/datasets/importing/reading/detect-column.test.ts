import { expect, test } from "vitest";
import { decimalOf, detectColumn } from "./detect-column";

type Case = readonly [name: string, cells: readonly string[], found: object];

const many = (cells: readonly string[], times = 20) => Array.from({ length: times }, () => cells).flat();

const CASES: readonly Case[] = [
  ["Age", ["30", "41", "", " ", "n/a"], { type: "number", missing: ["n/a"], filled: 0.4 }],
  ["TotalCharges", [...many(["29.85"]), " "], { type: "number", missing: [] }],
  ["Score", many(["1", "2", "NaN", "None", "-"]), { type: "number", missing: ["NaN", "None", "-"] }],
  ["Revenue", ["1.234,50", "12,5", "0,99"], { type: "number", decimal: "," }],
  ["Revenue", ["1,234.50", "12.5", ".99"], { type: "number", decimal: "." }],
  ["Revenue", ["€ 12.50", "€ 3.00"], { type: "number", unit: { currency: "EUR" } }],
  ["Price (USD)", ["12.50", "3.00"], { type: "number", unit: { currency: "USD" } }],
  ["Annual_Income_(k$)", ["15", "16"], { type: "number", unit: "plain", group: "demographic" }],
  ["Open rate", ["0.12", "0.5", "1"], { type: "number", unit: "share" }],
  ["Discount", ["12%", "5%"], { type: "number", unit: "share" }],
  ["Rate of visits", ["3", "5"], { type: "number", unit: "plain" }],
  ["zip", ["01067", "80331"], { type: "text", group: "geographic" }],
  ["Postleitzahl plz", ["11067", "80331"], { type: "text" }],
  ["article", ["007", "1008"], { type: "text" }],
  ["Product ID", ["1001", "1002"], { type: "text" }],
  ["Newsletter", ["Yes", "no", "YES"], { type: "flag", yes: ["yes"], no: ["no"] }],
  ["Newsletter", ["ja", "nein"], { type: "flag", yes: ["ja"], no: ["nein"] }],
  ["Abonné", ["oui", "non", "N/A"], { type: "flag", missing: ["N/A"] }],
  ["active", ["t", "f"], { type: "flag", yes: ["t"], no: ["f"] }],
  ["active", ["TRUE", "FALSE"], { type: "flag" }],
  ["SeniorCitizen", many(["0", "1"]), { type: "flag", yes: ["1"], no: ["0"] }],
  ["Response", many(["0", "1"]), { type: "flag" }],
  ["Kidhome", many(["0", "1", "2"]), { type: "number" }],
  ["NumPurchases", many(["0", "1"]), { type: "number" }],
  ["Number of children", many(["0", "1"]), { type: "number" }],
  ["Genre", many(["0", "1"]), { type: "text" }],
  ["Code", many(["Y"]), { type: "text" }],
  ["InternetService", many(["Yes", "No", "No internet service"]), { type: "text" }],
  ["Joined", ["2012-09-04", "2014-03-08"], { type: "date", dateOrder: "ymd", isDateOrderUnsure: false }],
  ["Joined", ["1/5/2019", "1/27/2019"], { type: "date", dateOrder: "mdy", isDateOrderUnsure: false }],
  ["Joined", ["1/5/2019", "27/1/2019"], { type: "date", dateOrder: "dmy", isDateOrderUnsure: false }],
  ["Joined", ["1/5/2019", "3/4/2019"], { type: "date", isDateOrderUnsure: true }],
  ["Joined", ["1/1/2019", "3/3/2019"], { type: "date", isDateOrderUnsure: false }],
  ["Joined", ["01.05.2019", "03.04.19"], { type: "date", dateOrder: "dmy", isDateOrderUnsure: false }],
  ["Joined", ["03/15/2019", "01/27/2019"], { type: "date", dateOrder: "mdy", isPersonal: false }],
  ["Joined", ["4 Mar 2019", "27-Jan-2019"], { type: "date", isDateOrderUnsure: false }],
  ["Joined", ["2024-02-30", "2024-02-31"], { type: "text" }],
  ["order date", ["20190304", "20200229"], { type: "date", newest: "2020-02-29" }],
  ["visitors", ["20190304", "20200229"], { type: "number" }],
  ["InvoiceDate", ["2010-12-01 08:26:00", "2011-01-01 00:00:00"], { type: "time", newest: "2011-01-01" }],
  ["Created", ["2010-12-01T08:26:00Z"], { type: "time" }],
  ["Created", ["2010-12-01T00:00:00Z"], { type: "date" }],
  ["Created", ["12/31/2010 8:26 PM"], { type: "time", dateOrder: "mdy" }],
  ["Interests", many(["wood|paint", "paint", "wood|tools|paint", "tools|paint"]), { type: "tags", separator: "|" }],
  ["Interests", many(["wood, paint", "paint", "wood, tools, paint", "tools, wood"]), { type: "tags", separator: "," }],
  ["Motto", ["I came, I saw", "Well, well, well", "So what"], { type: "text" }],
  ["Contact", ["ann@example.org", "ben@example.org"], { type: "text", isPersonal: true, personal: "email" }],
  ["Joined", ["01/02/2026", "03/04/2026"], { type: "date", isPersonal: false, isDateOrderUnsure: true }],
  ["Called", ["01 23 45 67 89", "06 12 34 56 78"], { isPersonal: true, personal: "phone" }],
  ["Mobile", ["0170 1234567", "0151/9876543"], { type: "text", isPersonal: true, personal: "phone" }],
  ["Reachable at", ["+49 170 1234567", "+1 (212) 555-0100"], { isPersonal: true, personal: "phone" }],
  ["Amount", ["1000000", "2000000"], { type: "number", isPersonal: false }],
  ["Vorname", ["Ann", "Ben"], { isPersonal: true, personal: "name", group: "behavioural" }],
  ["Vorname", many(["Ann", "Ben"]), { isPersonal: true, personal: "name" }],
  ["Name", ["Ann Smith", "Ben O’Hara"], { isPersonal: true, personal: "name" }],
  ["Name", many(["WHITE LANTERN", "RED LANTERN 2"]), { isPersonal: false }],
  ["Street", ["Elm Street 5", "Main Road 7"], { isPersonal: true, personal: "address" }],
  ["Konto", ["DE89 3704 0044 0532 0130 00"], { isPersonal: true, role: "drop" }],
  ["Card", ["4111 1111 1111 1111", "5500-0000-0000-0004"], { role: "drop" }],
  ["Card number", ["A10000", "A10001", "A10002"], { type: "text", role: "trait", isPersonal: false }],
  ["Password hash", ["x8sk2mm", "p0skkw2"], { role: "drop" }],
  ["Pays with", many(["Card", "Cash"]), { group: "behavioural" }],
  ["Pays", many(["France", "Italie"]), { group: "geographic" }],
  ["country", many(["NA", "DE", "FR"]), { type: "text", missing: [], group: "geographic" }],
  ["Plan", many(["None", "Basic"]), { type: "text", missing: [] }],
  ["Plan", many(["null", "Basic"]), { type: "text", missing: ["null"] }],
  ["nothing", ["", " ", ""], { type: "text", filled: 0, known: 0 }],
];

test.each(CASES)("a column “%s” with %j is read as %j", (name, cells, found) => {
  expect(detectColumn(name, 0, cells, decimalOf([cells], ","))).toMatchObject(found);
});

test("few values that don’t fit are told, many make it text", () => {
  const numbers = Array.from({ length: 200 }, (_, index) => String(index));
  const few = detectColumn("Age", 0, [...numbers, "forty"], ".");
  expect(few.type).toBe("number");
  expect(few.notes).toEqual([
    "In “Age” 1 of the 201 values looked at are no numbers, such as “forty”. They become unknown.",
  ]);
  expect(detectColumn("Age", 0, [...numbers, ...Array.from({ length: 20 }, () => "forty")], ".").type).toBe("text");
});
