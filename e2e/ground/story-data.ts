// What the story is told with: real exports and a real text where somebody put them beside the checkout, otherwise ones
// made here in the same shape. All numbers that the story expects are counted from the files themselves.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";
import { MADE_PERSONA, madeContracts, madeOrders } from "./made-data";

const REAL = fileURLToPath(new URL("../../../shared/data/", import.meta.url));
const REAL_FILES = {
  contracts: "customers/telco-customer-churn.csv",
  orders: "customers/online-retail.csv.gz",
  persona: "personas/large-data-website-personas.md",
} as const;

export interface StoryData {
  /** For the report. */
  readonly words: string;
  readonly contracts: { readonly path: string; readonly customers: number; readonly newcomers: number };
  /** Two exports of the same shop: the second one has a month or two more. */
  readonly orders: readonly [OrderExport, OrderExport];
  readonly persona: PersonaText;
}

export interface OrderExport {
  readonly path: string;
  readonly lines: number;
  readonly customers: number;
  /** When the last order was placed, as an ISO day. */
  readonly lastDay: string;
}

export interface PersonaText {
  readonly path: string;
  readonly name: string;
  /** The line below the name: age, and so on. */
  readonly line: string;
  readonly goals: readonly string[];
  readonly dislikes: readonly string[];
}

/** Exports end before these days. */
const REAL_ENDS = ["2011-03-01", "2011-05-01"] as const;
const MADE_ENDS = ["2025-09-01", "2025-11-01"] as const;

/** Lays the files down in the folder. */
export function storyData(folder: string, isMade: boolean): StoryData {
  const missing = Object.values(REAL_FILES).filter((name) => !existsSync(join(REAL, name)));
  const isReal = !isMade && missing.length === 0;
  mkdirSync(folder, { recursive: true });
  const real = (name: string) => readFileSync(join(REAL, name));
  const contracts = isReal ? real(REAL_FILES.contracts).toString() : madeContracts();
  const orders = isReal ? gunzipSync(real(REAL_FILES.orders)).toString() : madeOrders();
  const persona = isReal ? real(REAL_FILES.persona).toString() : MADE_PERSONA;
  const ends = isReal ? REAL_ENDS : MADE_ENDS;
  const made = isMade ? "as it was asked for" : `as ${missing.join(" and ")} are not in ${REAL}`;
  return {
    words: isReal ? `told with the files of ${REAL}` : `told with files made for it, ${made}`,
    contracts: contractsOf(join(folder, "telco-customer-churn.csv"), contracts),
    orders: [
      ordersUntil(join(folder, "online-retail-1.csv.gz"), orders, ends[0]),
      ordersUntil(join(folder, "online-retail-2.csv.gz"), orders, ends[1]),
    ],
    persona: personaOf(join(folder, "persona.md"), persona),
  };
}

function contractsOf(path: string, text: string): StoryData["contracts"] {
  writeFileSync(path, text);
  const [head = "", ...rows] = text.trim().split(/\r?\n/);
  const columns = head.split(",");
  const [contract, tenure] = [columns.indexOf("Contract"), columns.indexOf("tenure")];
  const newcomers = rows.filter((row) => {
    const cells = row.split(",");
    return cells[contract] === "Month-to-month" && Number(cells[tenure]) < 12;
  });
  return { path, customers: rows.length, newcomers: newcomers.length };
}

/** The end of a line after its description, which may hold commas. */
const LINE_END = /,(\d{4}-\d\d-\d\d) [\d:]+,[-\d.]+,([\d.]*),[^,]*$/;

function ordersUntil(path: string, text: string, end: string): OrderExport {
  const [head = "", ...lines] = text.trim().split(/\r?\n/);
  const customers = new Set<string>();
  let lastDay = "";
  const kept = lines.filter((line) => {
    const [, day = "", customer = ""] = LINE_END.exec(line) ?? [];
    if (day >= end) return false;
    if (customer !== "") customers.add(customer);
    if (day > lastDay) lastDay = day;
    return true;
  });
  writeFileSync(path, gzipSync([head, ...kept].join("\n"), { level: 3 }));
  return { path, lines: kept.length, customers: customers.size, lastDay };
}

/** The first persona of the text. */
function personaOf(path: string, text: string): PersonaText {
  const [, first = ""] = text.split(/^## /m);
  const own = `## ${first.split(/^---$/m)[0]?.trim()}\n`;
  writeFileSync(path, own);
  const listBelow = (heading: string) =>
    (own.split(`**${heading}**`)[1] ?? "")
      .split(/^(?:\*\*|#)/m)[0]
      ?.split("\n")
      .flatMap((line) => /^- (.+)$/.exec(line)?.[1] ?? []) ?? [];
  return {
    path,
    name: /^## (.+)$/m.exec(own)?.[1] ?? "",
    line: /^\*([^*]+)\*$/m.exec(own)?.[1] ?? "",
    goals: listBelow("Personal goals"),
    dislikes: listBelow("Dislikes"),
  };
}
