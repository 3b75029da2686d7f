// Groups of the demo's customers who come the whole year, or one season of it, and one that is still argued about.
import { DEMO_DATASET } from "./demo-dataset";
import { condition, counted, type DemoDocument, inferred, NOT_TRADE, told } from "./demo-document";

const EXPORT = "Loyalty export";
const DATA = { id: DEMO_DATASET.id, name: DEMO_DATASET.name };

export const STEADY_SEGMENTS: readonly DemoDocument[] = [
  {
    kind: "segment",
    title: "Steady makers",
    tags: ["Home"],
    verifiers: ["ben"],
    steps: [
      {
        by: "ben",
        set: {
          summary:
            "Private customers who come all year, on quiet weekdays, a little at a time. Nobody campaigns for them, and they pay for the lights.",
          bases: ["behavioural"],
          definition:
            "At least 5 orders in 12 months, fewer than half of them at the weekend, and not a trade account.",
          data: DATA,
          rule: [
            condition({ trait: "orders", label: "Orders", type: "number", op: "at-least", value: 5 }),
            condition({ trait: "weekend_share", label: "Weekend share", type: "number", op: "less-than", value: 0.5 }),
            NOT_TRADE,
          ],
          targeting: "maintain",
          targetingReason: "They come without being asked. What would lose them is a smaller range.",
          sizeEstimate: 1_450,
          sizeSource: EXPORT,
          "usefulness.measurable": 5,
          "usefulness.substantial": 4,
          "usefulness.accessible": 4,
          "usefulness.differentiable": 3,
          "usefulness.actionable": 3,
          "claims.characteristics": [
            counted("Comes every five to six weeks", EXPORT),
            told("Has a bench, a shed or half a garage", "Visits, June"),
          ],
          "claims.preferences": [told("Loose screws by weight rather than a blister pack", "Visits, June")],
          "claims.needs": [
            told("Somebody at the counter who has used the thing", "Interviews 3 and 8"),
            counted("The same article next year", "Complaints about discontinued lines: 112 in twelve months"),
          ],
          "claims.pains": [told("An aisle that moved since last month", "Interviews 3 and 9")],
          "claims.motivations": [told("Something that will outlast them", "Interview 3")],
          "claims.challenges": ["Carrying boards home without a car that takes them"],
          "claims.buying": [counted("£48 a visit, and seven visits a year", EXPORT)],
          "claims.triggers": [inferred("The first week of a month, after payday", "Orders by day of the month")],
          "claims.channels": [told("The branch, by bus, with a list on paper", "Visits, June")],
        },
        publish: { note: "From twelve months of the loyalty export", daysAgo: 66 },
      },
    ],
  },
  {
    kind: "segment",
    title: "Season gardeners",
    tags: ["Garden", "Spring campaign"],
    steps: [
      {
        by: "kofi",
        set: {
          summary:
            "Spend nearly all of a year's money between March and May, on things that must live, and are hardly seen again until the bulbs come in.",
          bases: ["behavioural", "needs"],
          definition: "At least 2 orders in 12 months, most of them in Garden, and not a trade account.",
          data: DATA,
          rule: [
            condition({
              ...{ trait: "top_category", label: "Top category", type: "text", op: "any-of" },
              values: ["Garden"],
            }),
            condition({ trait: "orders", label: "Orders", type: "number", op: "at-least", value: 2 }),
            NOT_TRADE,
          ],
          targeting: "watch",
          targetingReason: "Twelve weeks of good business. We want two autumns of figures before we build on it.",
          sizeEstimate: 540,
          sizeSource: EXPORT,
          ageFrom: 30,
          ageTo: 78,
          "usefulness.measurable": 4,
          "usefulness.substantial": 3,
          "usefulness.accessible": 4,
          "usefulness.differentiable": 5,
          "usefulness.actionable": 4,
          "claims.characteristics": [
            counted("Nearly two thirds of the year's money goes in twelve weeks", "Till receipts, March to May: 62 %"),
            told("Knows last year's date of the last frost by heart", "Allotment day, April"),
          ],
          "claims.needs": [
            told("To know what day the plants were delivered", "Allotment day, April"),
            told("Compost that can be carried by one person", "Allotment day, April"),
          ],
          "claims.pains": [
            counted("Plants that were dry before they were sold", "Write-offs, May: 9 % of trays"),
            "Peat-free labels that say nothing about what is in it instead",
          ],
          "claims.motivations": [told("To bring something to the neighbours", "Allotment day, April")],
          "claims.buying": [inferred("Buys on the first dry Saturday after payday", "Orders and weather, two springs")],
          "claims.triggers": [told("A forecast of fourteen degrees", "Allotment day, April")],
          "claims.channels": [told("The notice board of the allotments", "Allotment day, April")],
        },
        publish: { note: "After the allotment day: they are not the rebuilders in boots", daysAgo: 58 },
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
          definition: "At least 70% of their orders in 12 months carried a voucher. To be checked against returns.",
          data: DATA,
          rule: [
            condition({ trait: "voucher_share", label: "Voucher share", type: "number", op: "at-least", value: 0.7 }),
            condition({ trait: "orders", label: "Orders", type: "number", op: "at-least", value: 2 }),
          ],
          "claims.characteristics": [
            told("Keeps the app for the vouchers alone", "Calls after the autumn sale"),
            "Compares three shops before a weekend",
          ],
          "claims.triggers": [counted("The last two days of an offer", "Vouchers by day, autumn sale: 58 %")],
          "claims.challenges": ["Tells a real offer from a raised price"],
        },
      },
    ],
  },
];
