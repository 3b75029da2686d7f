// Those of the demo's cast whom one meets less often: in spring, at the returns desk, or at the other end of a gift.
import { beat, chip, paragraph, prose, said } from "./demo-body";
import { counted, type DemoDocument, inferred, told } from "./demo-document";

export const PERSONAS_AROUND: readonly DemoDocument[] = [
  {
    kind: "persona",
    title: "Joan Barraclough",
    tags: ["Home"],
    verifiers: ["ben"],
    steps: [
      {
        by: "ben",
        set: {
          archetype: "The one it is fitted for",
          summary:
            "Joan never enters the shop. What others buy for her house decides whether she can stay in it, and nobody at the till asks about her.",
          kind: "served",
          basis: "qualitative",
          "portrait.seed": "elsie",
          "portrait.alt": "A woman with short hair who smiles",
          hue: "rose",
          quote: "I don't want it to look like a hospital. I want it to hold.",
          quoteSource: "excerpt",
          age: 78,
          ageFrom: 70,
          ageTo: 88,
          pronouns: "she/her",
          location: "Wakefield, UK",
          occupation: "Retired proofreader",
          household: "Lives alone; a son in Hull, a neighbour with tools",
          education: "Grammar school, then evening classes",
          influences: [{ title: "Tom Reyes", how: "Says what she would use; he says what the wall can bear" }],
          segments: [{ title: "Steady makers", share: null, order: 2 }],
          "claims.goals": [
            told("Stay in her house for as long as the stairs allow", "Kitchen-table talks 1 and 3", { level: "life" }),
            told("Not to have to ask twice", "Kitchen-table talk 3", { level: "experience" }),
          ],
          "claims.needs": [
            told("To choose the colour herself, although somebody else pays", "Kitchen-table talk 1"),
            told("Instructions that stay with the thing, in print she can read", "Kitchen-table talks 2 and 3"),
          ],
          "claims.pains": [
            told("Rails that come with screws for a wall she hasn't got", "Kitchen-table talk 2", { severity: 4 }),
            counted("A part that was discontinued before it broke", "Spare parts asked for in vain: 41 in a year", {
              severity: 3,
            }),
          ],
          "claims.attitudes": [told("Trusts what has been in a friend's bathroom for a year", "Kitchen-table talk 1")],
          "claims.behaviours": [told("Keeps every manual in one drawer, dated", "Visit, February")],
          "claims.decision": [
            told("Has the last word, on the telephone", "Kitchen-table talks 1 and 2", { aspect: "role" }),
            inferred("Says no to anything that looks like a clinic", "Returned rails by finish", { aspect: "barrier" }),
          ],
          traits: [
            { left: "Careful", right: "Bold", value: 44, spread: 20 },
            { left: "Trusts brands", right: "Trusts friends", value: 83, spread: 9 },
          ],
          wordsToUse: ["steady", "stays put"],
          wordsToAvoid: ["senior", "mobility aid"],
          story: prose(
            paragraph(
              "The bath has a rim and the wall behind it has a hollow sound. Joan measured both in pencil, and read the figures to ",
              chip("Tom Reyes"),
              " over the fence.",
            ),
            beat(-1, "The first rail was white and came with plugs for brick. It went back on his next bus."),
            beat(1, "The second is brass. It took an afternoon and a board behind the tiles."),
            said("I don't want it to look like a hospital. I want it to hold.", "Kitchen-table talk 1"),
          ),
        },
        publish: { note: "From three talks at three kitchen tables", daysAgo: 128 },
      },
    ],
  },
  {
    kind: "persona",
    title: "Neil Ashworth",
    tags: ["Garden", "Spring campaign"],
    everyWeeks: 12,
    steps: [
      {
        by: "kofi",
        set: {
          archetype: "The planner of twelve weeks",
          summary:
            "Neil plans a bus timetable for a living and an allotment for joy. In May he spends what he saved since October, and forgives one dry tray of seedlings, not two.",
          basis: "qualitative",
          "portrait.seed": "harold",
          "portrait.alt": "A man with wavy hair and pens in his shirt pocket",
          hue: "mint",
          quote: "The frost doesn't read your opening hours.",
          quoteSource: "excerpt",
          age: 57,
          ageFrom: 40,
          ageTo: 71,
          pronouns: "he/him",
          location: "Halifax, UK",
          occupation: "Timetable planner, buses",
          household: "Husband, two hens",
          segments: [{ title: "Season gardeners", share: 33, order: 1 }],
          "claims.goals": [
            told("Something to pick from June to October", "Allotment day, April", { level: "end" }),
            told("To be asked for seedlings, rather than ask", "Allotment day, April", { level: "life" }),
          ],
          "claims.needs": [
            told("The day on which a tray came off the lorry", "Allotment day, April"),
            told("Twenty litres of compost in two bags, not one", "Follow-up calls, May"),
          ],
          "claims.pains": [
            counted("Plants that were dry before they were sold", "Write-offs, May: 9 % of trays", { severity: 5 }),
            told("Peat-free that doesn't say what else it is", "Follow-up calls, May", { severity: 2 }),
          ],
          "claims.behaviours": [
            told("Writes the last frost of each year inside the shed door", "Visit, April"),
            counted("Comes at eight on the first dry Saturday", "Till receipts, two springs"),
          ],
          "claims.motivations": [told("The swap table at the allotment gate", "Allotment day, April")],
          "claims.decision": [
            told("Lifts the tray to feel whether it is wet", "Visit, April", { aspect: "criterion" }),
            told("“I'll grow it from seed then”", "Follow-up calls, May", {
              aspect: "objection",
              answer: "Delivery days on the bench, and a tray free for each one that was dry",
            }),
          ],
          "claims.channels": [
            told("The notice board at the gate", "Allotment day, April", { stage: "discover", preference: 4 }),
            { text: "A text message when the lorry has come", stage: "buy", preference: 5 },
          ],
          traits: [
            { left: "Plans ahead", right: "Improvises", value: 14, spread: 9 },
            { left: "Trusts brands", right: "Trusts friends", value: 70, spread: 14 },
          ],
          wordsToUse: ["hardened off", "this week's delivery"],
          wordsToAvoid: ["garden room", "low maintenance"],
        },
        publish: { note: "From the allotment day and six calls after it", daysAgo: 84 },
      },
    ],
  },
  {
    kind: "persona",
    title: "Callum Reid",
    steps: [
      {
        by: "kofi",
        set: {
          archetype: "The weekend borrower",
          summary:
            "Callum buys a tool on Friday and returns it on Monday, within the rules. We don't build for him; we should know when what we build invites him.",
          kind: "negative",
          basis: "proto",
          "portrait.seed": "callum",
          "portrait.alt": "A man with short hair, about to say something",
          hue: "sage",
          age: 29,
          pronouns: "he/him",
          location: "Sheffield, UK",
          occupation: "Call-centre team leader",
          household: "Shares a flat",
          segments: [{ title: "Incentive lovers", share: null, order: 1 }],
          "claims.goals": [{ text: "Do the job once without owning what it takes", level: "end" }],
          "claims.behaviours": [
            counted("Keeps the box and the cable tie", "Returns desk, autumn: 1 in 30 power tools"),
            "Asks which day the thirty days begin",
          ],
          "claims.attitudes": ["Sees a return as a service that is in the price"],
          "claims.decision": [{ text: "A hire price below what two bus fares cost", aspect: "success" }],
          "claims.pains": [{ text: "Nothing for hire after Friday noon", severity: 3 }],
        },
        publish: { note: "A guess of the returns desk, written down so that we can test it", daysAgo: 11 },
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
          summary:
            "Priya wants her walls back without losing her deposit. We don't know yet how many there are of her.",
          kind: "supplementary",
          "portrait.seed": "priya",
          "portrait.alt": "A woman with her hair in a bun and a scarf",
          hue: "rose",
          age: 27,
          location: "Manchester, UK",
          occupation: "Junior architect",
          segments: [{ title: "New movers", share: 18, order: 2 }],
          "claims.goals": [{ text: "A home that looks like hers, and leaves no trace", level: "experience" }],
          "claims.pains": ["Anything that leaves a hole"],
        },
        daysAgo: 2,
      },
    ],
  },
  {
    kind: "persona",
    title: "Graham Pike",
    steps: [
      {
        by: "ana",
        set: {
          archetype: "The Sunday hobbyist",
          summary: "Graham buys for the pleasure of the shelf. Half of it is still in its box at Christmas.",
          kind: "supplementary",
          "portrait.seed": "wilf",
          "portrait.alt": "A man with wavy hair who frowns",
          hue: "lilac",
          age: 63,
          pronouns: "he/him",
          location: "Harrogate, UK",
          occupation: "Surveyor, three days a week",
          segments: [{ title: "Steady makers", share: 9, order: 3 }],
          "claims.goals": ["A workshop that looks like one"],
          "claims.behaviours": ["Walks every aisle before he takes anything"],
          "claims.pains": ["Sets that are one piece short of complete"],
        },
        publish: { note: "From a workshop, before we had the export", daysAgo: 210 },
      },
    ],
  },
];
