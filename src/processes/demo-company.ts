// The company of the demo: a chain of do-it-yourself shops in the north of England, told in a few documents.
// Each document is a list of steps; a step changes fields and, where it has a note, publishes the next version.
import type { VersionReason } from "@/features/documents/document-contract";

interface Step {
  readonly by: string;
  /** Fields by dotted path. Under `claims.`, texts; the same text keeps its id from step to step. */
  readonly set: Readonly<Record<string, string | number | readonly string[]>>;
  readonly publish?: { readonly note: string; readonly reason?: Exclude<VersionReason, "first"> };
}

export interface DemoDocument {
  readonly kind: "segment" | "persona";
  readonly title: string;
  readonly steps: readonly Step[];
  readonly retire?: { readonly by: string; readonly reason: string };
}

export const DEMO_COMPANY = "Alder & Pine";

export const DEMO_DOCUMENTS: readonly DemoDocument[] = [
  {
    kind: "segment",
    title: "DIY parents",
    steps: [
      {
        by: "ben",
        set: {
          summary: "Parents of small children who build and repair at home.",
          bases: ["demographic", "behavioural"],
          definition: "Loyalty card holders with a children's item in the last year and at least two orders.",
          sizeEstimate: 31_000,
          sizeSource: "Loyalty cards, January",
        },
        publish: { note: "As discussed at the January offsite" },
      },
    ],
    retire: { by: "ana", reason: "Too wide to act on. Split into Weekend rebuilders and New movers." },
  },
  {
    kind: "segment",
    title: "Trade accounts",
    steps: [
      {
        by: "kofi",
        set: {
          summary: "Sole traders and small firms who buy on account, early in the morning, and come back every week.",
          bases: ["firmographic", "behavioural"],
          definition: "Customers with a trade account and at least one order in the last 60 days.",
          targeting: "maintain",
          targetingReason: "A third of revenue. They leave for a missing item, not for a price.",
          sizeEstimate: 3_871,
          sizeSource: "Accounts ledger, 1 November",
          "claims.characteristics": ["Buys before eight in the morning", "Knows the article number by heart"],
          "claims.needs": ["Stock that is there when the app says so", "One invoice a month"],
          "claims.triggers": ["A job that starts on Monday"],
        },
        publish: { note: "First cut, from the accounts ledger" },
      },
    ],
  },
  {
    kind: "segment",
    title: "New movers",
    steps: [
      {
        by: "kofi",
        set: {
          summary: "Moved within the last six months and furnish room by room, in one burst of orders.",
          bases: ["behavioural", "geographic"],
          definition: "A changed delivery address in the last 180 days and three or more orders since.",
          targeting: "invest",
          targetingReason: "They choose their shop for years in the first eight weeks.",
          sizeEstimate: 9_540,
          sizeSource: "Loyalty export, 1 November",
          "claims.characteristics": ["Buys for several rooms at once", "Measures twice, and still returns the blinds"],
          "claims.needs": ["Delivery on a day they can choose", "To see colours in their own light"],
        },
        publish: { note: "Split off from “DIY parents”", reason: "market-change" },
      },
    ],
  },
  {
    kind: "segment",
    title: "Weekend rebuilders",
    steps: [
      {
        by: "ben",
        set: {
          summary: "Home owners who buy for one project at a time, mostly on Fridays and Saturdays.",
          bases: ["behavioural"],
          definition: "Owns a home, between 2 and 6 orders in 12 months, at least half of them at the weekend.",
          targeting: "watch",
          sizeEstimate: 15_900,
          sizeSource: "Loyalty export, March",
          "claims.characteristics": ["Works full time, often in shifts", "Starts from a video"],
          "claims.needs": ["Everything for the project in one trip"],
        },
        publish: { note: "Split off from “DIY parents”" },
      },
      {
        by: "kofi",
        set: {
          summary:
            "Home owners who buy for one project at a time, mostly on Fridays and Saturdays, and rarely return within a month.",
          definition:
            "Owns a home, between 2 and 6 orders in 12 months, at least 60% of them at the weekend, and not a trade account.",
          targeting: "invest",
          targetingReason: "They grew by a fifth since spring and spend more per trip than anybody but trade.",
          sizeEstimate: 18_204,
          sizeSource: "Loyalty export, 1 November",
          "claims.needs": [
            "Everything for the project in one trip",
            "To know before the till whether parts fit together",
            "Advice that doesn't assume a trade",
          ],
          "claims.triggers": ["A free Saturday in sight", "Something that broke"],
        },
        publish: { note: "Autumn export: a sharper rule, and we decided to invest", reason: "new-evidence" },
      },
    ],
  },
  {
    kind: "segment",
    title: "Incentive lovers",
    steps: [
      {
        by: "kofi",
        set: {
          summary: "Buy nearly everything with a voucher or in a sale.",
          bases: ["behavioural"],
          definition: "At least 70% of orders in 12 months carried a voucher. To be checked against returns.",
        },
      },
    ],
  },
  {
    kind: "persona",
    title: "Tom Reyes",
    steps: [
      {
        by: "ben",
        set: {
          archetype: "The patient perfectionist",
          kind: "secondary",
          basis: "qualitative",
          "portrait.seed": "otto",
          hue: "sage",
          quote: "I'd rather do it in three weekends than do it twice.",
          age: 51,
          location: "Hebden Bridge, UK",
          occupation: "Secondary school teacher",
          household: "Partner, grown-up daughter",
          "claims.goals": ["A result that looks professional", "To understand why, not only how"],
          "claims.pains": ["Staff who know less than he has read"],
          "claims.decision": ["Reads every review under four stars first"],
        },
        publish: { note: "From the three interviews in Hebden Bridge" },
      },
    ],
  },
  {
    kind: "persona",
    title: "Ruth Lindqvist",
    steps: [
      {
        by: "kofi",
        set: {
          archetype: "The foreman who orders for six",
          kind: "served",
          basis: "qualitative",
          "portrait.seed": "anita",
          hue: "lilac",
          quote: "If it isn't on the van by seven, I've paid six people to drink tea.",
          age: 46,
          location: "Bradford, UK",
          occupation: "Runs a joinery with six people",
          household: "Lives with her brother",
          "claims.goals": ["Keep six people busy all week", "Never drive to a shop twice"],
          "claims.pains": ["Stock in the app that isn't on the shelf", "Three invoices for one job"],
          "claims.decision": ["Stays with whoever has it today", "Haggles once a year, then leaves prices alone"],
        },
        publish: { note: "From a week at the trade counter" },
      },
    ],
  },
  {
    kind: "persona",
    title: "Dev Patel",
    steps: [
      {
        by: "kofi",
        set: {
          archetype: "The first-time owner with a list",
          basis: "qualitative",
          "portrait.seed": "ravi",
          hue: "sky",
          quote: "We've got a kitchen, a cot and eleven weeks.",
          age: 31,
          location: "Salford, UK",
          occupation: "Network technician",
          household: "Partner, a child on the way",
          "claims.goals": ["Be done before the baby comes", "Spend once, and on the right thing"],
          "claims.pains": ["Deliveries between eight and six", "Nobody says what to do first"],
        },
        publish: { note: "First version, from five welcome calls" },
      },
      {
        by: "ben",
        set: {
          "claims.decision": ["Asks his father, then buys what his father wouldn't"],
          "claims.pains": ["Deliveries between eight and six", "Colours that look different at home"],
        },
      },
    ],
  },
  {
    kind: "persona",
    title: "Maya Okafor",
    steps: [
      {
        by: "ana",
        set: {
          archetype: "The busy rebuilder",
          "portrait.seed": "rosa",
          hue: "sand",
          age: 34,
          location: "Leeds, UK",
          occupation: "Ward sister, NHS",
          household: "Partner, two children",
          "claims.goals": ["Finish a project in one weekend", "Save money on every trip"],
          "claims.pains": ["Returns take a working day"],
        },
        publish: { note: "A first sketch from what we believed" },
      },
      {
        by: "ana",
        set: {
          basis: "qualitative",
          quote: "I have an hour on Saturday. If I have to read a manual, I've already lost it.",
          "claims.goals": ["Finish a project in one weekend", "Buy everything in a single trip"],
          "claims.pains": ["Compatibility is unclear before the till", "Returns take a working day"],
        },
        publish: { note: "Split off from “DIY parents”: seven interviews", reason: "new-evidence" },
      },
      {
        by: "ben",
        set: {
          archetype: "The Saturday-hour rebuilder",
          summary:
            "Her shift ends at eight. On the bus she saves three videos about re-hanging a door, and checks whether the branch near the school has the hinges. By Saturday the plan has to fit between swimming and lunch.",
          "claims.decision": [
            "Starts from a 60-second video, then checks stock nearby",
            "Two cheaper tools beat one good one, until it fails once",
            "Partner vetoes anything above £150",
          ],
        },
        publish: { note: "Spring survey folded in", reason: "new-evidence" },
      },
      {
        by: "kofi",
        set: {
          "claims.goals": [
            "Finish a project in one weekend",
            "Buy everything in a single trip",
            "Teach the children to build things",
          ],
          "claims.pains": [
            "Compatibility is unclear before the till",
            "Returns take a working day",
            "Advice assumes a trade background",
          ],
        },
      },
    ],
  },
  {
    kind: "persona",
    title: "Priya Nair",
    steps: [
      {
        by: "kofi",
        set: {
          archetype: "The renter who may not drill",
          "portrait.seed": "priya",
          hue: "rose",
          age: 27,
          location: "Manchester, UK",
          "claims.pains": ["Anything that leaves a hole"],
        },
      },
    ],
  },
];
