// Groups of the demo's customers: those whom most of its stories are about.
import { DEMO_DATASET } from "./demo-dataset";
import { condition, counted, type DemoDocument, inferred, NOT_TRADE, told } from "./demo-document";

const GROUP = "3f6b1c52-8a0e-4b7d-9c11-2d5e7f904a68";

const EXPORT = "Loyalty export";

export const LEADING_SEGMENTS: readonly DemoDocument[] = [
  {
    kind: "segment",
    title: "Trade accounts",
    tags: ["Trade"],
    steps: [
      {
        by: "kofi",
        set: {
          summary: "Sole traders and small firms who buy on account, early in the morning, and come back every week.",
          bases: ["firmographic", "behavioural"],
          definition: "Customers with a trade account.",
          data: { id: DEMO_DATASET.id, name: DEMO_DATASET.name },
          rule: [condition({ trait: "account", label: "Account", type: "text", op: "any-of", values: ["Trade"] })],
          targeting: "maintain",
          targetingReason: "A third of revenue. They leave for a missing item, not for a price.",
          sizeEstimate: 487,
          sizeSource: "Accounts ledger",
          "usefulness.measurable": 5,
          "usefulness.substantial": 5,
          "usefulness.accessible": 4,
          "usefulness.differentiable": 5,
          "usefulness.actionable": 3,
          "claims.characteristics": [
            counted("Buys before eight in the morning", "Till receipts, October: 71 %"),
            told("Knows the article number by heart", "A week at the trade counter"),
          ],
          "claims.needs": [
            told("Stock that is there when the app says so", "A week at the trade counter"),
            told("One invoice a month", "Calls with accounts, spring"),
          ],
          "claims.buying": [counted("Comes 1.8 times a week, and buys for £61 each time", "Accounts ledger, autumn")],
          "claims.triggers": ["A job that starts on Monday"],
          "claims.channels": [
            told("The counter, and the telephone of whoever works there", "A week at the trade counter"),
          ],
        },
        publish: { note: "First cut, from the accounts ledger", daysAgo: 70 },
      },
    ],
  },
  {
    kind: "segment",
    title: "New movers",
    tags: ["Spring campaign", "Home"],
    steps: [
      {
        by: "kofi",
        set: {
          summary: "Moved within the last six months and furnish room by room, in one burst of orders.",
          bases: ["behavioural", "geographic"],
          definition: "A changed delivery address in the last 180 days and three or more orders since.",
          targeting: "invest",
          targetingReason: "They choose their shop for years in the first eight weeks.",
          sizeEstimate: 620,
          sizeSource: "Changes of address at the tills, half a year",
          ageFrom: 24,
          ageTo: 44,
          "usefulness.measurable": 4,
          "usefulness.substantial": 4,
          "usefulness.accessible": 5,
          "usefulness.differentiable": 4,
          "usefulness.actionable": 5,
          "claims.characteristics": [
            counted("Buys for several rooms at once", EXPORT),
            told("Measures twice, and still returns the blinds", "Five welcome calls"),
          ],
          "claims.preferences": [told("Advice in the order of the work, not of the departments", "Five welcome calls")],
          "claims.needs": [
            told("Delivery on a day they can choose", "Five welcome calls"),
            "To see colours in their own light",
          ],
          "claims.pains": [told("Delivery slots from eight to six", "Five welcome calls")],
          "claims.triggers": [inferred("The keys, then the first rain", "Orders by week after the move")],
        },
        publish: {
          note: "Split off from “DIY parents”, which was too wide to act on",
          reason: "market-change",
          daysAgo: 140,
        },
      },
    ],
  },
  {
    kind: "segment",
    title: "Weekend rebuilders",
    tags: ["Spring campaign", "Home"],
    steps: [
      {
        by: "ben",
        set: {
          summary: "Home owners who buy for one project at a time, mostly on Fridays and Saturdays.",
          bases: ["behavioural"],
          definition: "Owns a home, between 2 and 6 orders in 12 months, at least half of them at the weekend.",
          targeting: "watch",
          sizeEstimate: 1_900,
          sizeSource: "Loyalty export, March",
          ageFrom: 28,
          ageTo: 55,
          "claims.characteristics": ["Works full time, often in shifts", "Starts from a video"],
          "claims.needs": ["Everything for the project in one trip"],
        },
        publish: { note: "Split off from “DIY parents”, which was too wide to act on", daysAgo: 170 },
      },
      {
        by: "kofi",
        set: {
          summary:
            "Home owners who buy for one project at a time, mostly on Fridays and Saturdays, and rarely return within a month.",
          definition:
            "Owns a home, between 2 and 6 orders in 12 months, at least 60% of them at the weekend, and not a trade account.",
          data: { id: DEMO_DATASET.id, name: DEMO_DATASET.name },
          rule: [
            condition({ trait: "owns_home", label: "Owns home", type: "flag", op: "yes" }),
            condition({ trait: "orders", label: "Orders", type: "number", op: "between", value: 2, to: 6 }),
            { id: GROUP, node: { k: "group", op: "any" }, within: "include" },
            condition(
              { trait: "weekend_share", label: "Weekend share", type: "number", op: "at-least", value: 0.6 },
              GROUP,
            ),
            condition(
              {
                ...{ trait: "top_category", label: "Top category", type: "text", op: "any-of" },
                values: ["Doors", "Flooring", "Paint"],
              },
              GROUP,
            ),
            NOT_TRADE,
          ],
          targeting: "invest",
          targetingReason: "They grew by a fifth since spring and spend more per trip than anybody but trade.",
          sizeEstimate: 1_740,
          sizeSource: EXPORT,
          "usefulness.measurable": 5,
          "usefulness.substantial": 4,
          "usefulness.accessible": 3,
          "usefulness.differentiable": 4,
          "usefulness.actionable": 4,
          "claims.characteristics": [
            told("Works full time, often in shifts", "Seven interviews, spring"),
            counted("Starts from a video", "Spring survey: 64 %"),
          ],
          "claims.preferences": [inferred("One good evening course rather than ten videos", "Course bookings, autumn")],
          "claims.needs": [
            counted("Everything for the project in one trip", "Spring survey: 81 %"),
            told("To know before the till whether parts fit together", "Interview 7"),
            told("Advice that doesn't assume a trade", "Interviews 2 and 5"),
          ],
          "claims.pains": [counted("Returns on a weekday", "Returns desk, October"), "Queues on Saturday morning"],
          "claims.motivations": ["To have done it themselves, before Sunday evening"],
          "claims.challenges": [told("A project has to fit between two shifts", "Interview 4")],
          "claims.buying": [counted("£94 a trip, twice that of a weekday customer", EXPORT)],
          "claims.triggers": ["A free Saturday in sight", told("Something that broke", "Interviews 1, 4 and 6")],
          "claims.channels": [counted("Short videos, then the stock of the nearest branch", "Spring survey: 58 %")],
        },
        publish: {
          note: "Autumn export: a sharper rule, and we decided to invest",
          reason: "new-evidence",
          daysAgo: 61,
        },
      },
    ],
  },
];
