// The demo's cast but for Maya, who has a file of her own.
import { beat, chip, paragraph, prose, said } from "./demo-body";
import { counted, type DemoDocument, inferred, told } from "./demo-document";

export const LEADING_PERSONAS: readonly DemoDocument[] = [
  {
    kind: "persona",
    title: "Tom Reyes",
    tags: ["Home"],
    steps: [
      {
        by: "ben",
        set: {
          archetype: "The patient perfectionist",
          summary: "Tom has time, reads everything first and enjoys the third coat of varnish as much as the first.",
          basis: "qualitative",
          "portrait.seed": "otto",
          "portrait.alt": "A man with short dark hair and a scarf",
          hue: "sage",
          quote: "I'd rather do it in three weekends than do it twice.",
          quoteSource: "excerpt",
          age: 51,
          ageFrom: 45,
          ageTo: 62,
          pronouns: "he/him",
          location: "Hebden Bridge, UK",
          occupation: "Secondary school teacher",
          household: "Partner, grown-up daughter",
          education: "University",
          segments: [{ title: "Steady makers", share: 38, order: 1 }],
          "claims.goals": [
            told("A result that looks professional", "Interview 3", { level: "end" }),
            told("To understand why, not only how", "Interview 3", { level: "experience" }),
          ],
          "claims.needs": [told("Somebody to ask who has done it before", "Interviews 3 and 8")],
          "claims.pains": [
            told("Staff who know less than he has read", "Interview 3", { severity: 4 }),
            "Tools for rent that the last person didn't clean",
          ],
          "claims.motivations": ["The moment when the drawer closes by itself"],
          "claims.behaviours": [told("Keeps a notebook of every room", "Visit, June")],
          "claims.decision": [
            told("Reads every review under four stars first", "Interview 8", { aspect: "criterion" }),
            { text: "Cheap fittings", aspect: "barrier" },
          ],
          "claims.channels": [
            told("Forums, and the trade counter on a quiet Tuesday", "Interview 8", {
              stage: "research",
              preference: 5,
            }),
          ],
          traits: [
            { left: "Careful", right: "Bold", value: 18, spread: 8 },
            { left: "Plans ahead", right: "Improvises", value: 10, spread: 10 },
            { left: "Trusts brands", right: "Trusts friends", value: 40, spread: 15 },
          ],
          wordsToUse: ["properly", "for good"],
          wordsToAvoid: ["quick fix", "hack"],
        },
        publish: { note: "From the three interviews in Hebden Bridge", daysAgo: 130 },
      },
      {
        by: "ben",
        set: {
          kind: "secondary",
          "claims.needs": [
            told("Somebody to ask who has done it before", "Interviews 3 and 8"),
            counted("The same fitting next year, for the other door", "Complaints about discontinued lines: 112"),
          ],
          "claims.pains": [
            told("Staff who know less than he has read", "Interview 3", { severity: 4 }),
            told("Tools for rent that the last person didn't clean", "Interview 9", { severity: 2 }),
          ],
          "claims.behaviours": [
            told("Keeps a notebook of every room", "Visit, June"),
            counted("Comes on a weekday, every five to six weeks", "Loyalty export"),
          ],
        },
        daysAgo: 20,
      },
    ],
  },
  {
    kind: "persona",
    title: "Ruth Lindqvist",
    verifiers: ["ana"],
    tags: ["Trade"],
    steps: [
      {
        by: "kofi",
        set: {
          archetype: "The foreman who orders for six",
          summary: "Ruth buys time, not timber. What isn't on the van at seven costs her more than any price.",
          kind: "primary",
          basis: "qualitative",
          "portrait.seed": "anita",
          "portrait.alt": "A woman with short dark hair",
          hue: "lilac",
          quote: "If it isn't on the van by seven, I've paid six people to drink tea.",
          quoteSource: "excerpt",
          age: 46,
          pronouns: "she/her",
          location: "Bradford, UK",
          occupation: "Runs a joinery with six people",
          household: "Lives with her brother",
          seniority: "Owner for eleven years",
          industry: "Joinery",
          companySize: "7 people",
          segments: [{ title: "Trade accounts", share: 35, order: 1 }],
          "claims.goals": [
            told("Keep six people busy all week", "A week at the trade counter", { level: "end" }),
            told("Never drive to a shop twice", "A week at the trade counter", { level: "end" }),
            { text: "Hand over to her niece in ten years", level: "life" },
          ],
          "claims.needs": [told("Tomorrow's order confirmed today", "Calls with accounts, spring")],
          "claims.pains": [
            counted("Stock in the app that isn't on the shelf", "Stock counts, October: 6 % of articles", {
              severity: 5,
            }),
            told("Three invoices for one job", "Calls with accounts, spring", { severity: 3 }),
          ],
          "claims.behaviours": [told("Orders by voice from the van", "A day along, May")],
          "claims.decision": [
            told("Stays with whoever has it today", "A week at the trade counter", { aspect: "criterion" }),
            told("Haggles once a year, then leaves prices alone", "Calls with accounts, spring", { aspect: "role" }),
          ],
          "claims.channels": [
            told("The counter, by first name", "A week at the trade counter", { stage: "buy", preference: 5 }),
          ],
          traits: [
            { left: "Careful", right: "Bold", value: 58, spread: 10 },
            { left: "Plans ahead", right: "Improvises", value: 35, spread: 20 },
            { left: "Trusts brands", right: "Trusts friends", value: 30, spread: 12 },
          ],
          wordsToUse: ["on the van", "by seven"],
          wordsToAvoid: ["project", "inspiration"],
          story: prose(
            paragraph(
              "At ten past six the yard is dark and the kettle is on. Ruth reads the list aloud from the cab and her telephone writes it down: hinges, forty; the oak that was promised. Among ",
              chip("Trade accounts"),
              " she is one of the larger ones, and the first to ring.",
            ),
            beat(
              -1,
              "At half past six somebody at the counter rings back. Thirty-two hinges, the rest from Leeds by nine.",
            ),
            beat(1, "She moves two people to the other site before the first one has arrived."),
            said("If it isn't on the van by seven, I've paid six people to drink tea.", "A week at the trade counter"),
          ),
        },
        publish: { note: "From a week at the trade counter", daysAgo: 81 },
      },
    ],
  },
  {
    kind: "persona",
    title: "Dev Patel",
    tags: ["Home", "Spring campaign"],
    steps: [
      {
        by: "kofi",
        set: {
          archetype: "The first-time owner with a list",
          summary:
            "Dev has a house, a date and no idea where to begin. Whoever tells him the order of things keeps him.",
          basis: "qualitative",
          "portrait.seed": "ravi",
          "portrait.alt": "A young man with short hair",
          hue: "sky",
          quote: "We've got a kitchen, a cot and eleven weeks.",
          quoteSource: "excerpt",
          age: 31,
          ageFrom: 27,
          ageTo: 38,
          pronouns: "he/him",
          location: "Salford, UK",
          occupation: "Network technician",
          household: "Partner, a child on the way",
          segments: [{ title: "New movers", share: 44, order: 1 }],
          "claims.goals": [
            told("Be done before the baby comes", "Welcome calls 1 to 3", { level: "end" }),
            told("Spend once, and on the right thing", "Welcome call 2", { level: "end" }),
          ],
          "claims.needs": [told("What to do first, second and third", "Welcome calls 2 and 5")],
          "claims.pains": [
            told("Deliveries between eight and six", "Welcome calls 1, 3 and 4", { severity: 4 }),
            told("Nobody says what to do first", "Welcome call 2", { severity: 3 }),
          ],
          "claims.journey": [
            {
              text: "The keys",
              actions: "Walks through empty rooms with a list",
              thoughts: "How hard can it be?",
              emotion: 2,
            },
            {
              text: "The first order",
              actions: "Buys paint for three rooms",
              thoughts: "Is this too much?",
              emotion: 0,
            },
            {
              text: "The delivery",
              actions: "Waits from eight to six",
              thoughts: "I could have worked today",
              emotion: -2,
              pains: "Nobody says when",
            },
            { text: "The first finished room", actions: "Sends photos to everybody", thoughts: "Two more", emotion: 2 },
          ],
          traits: [
            { left: "Careful", right: "Bold", value: 62, spread: 14 },
            { left: "Plans ahead", right: "Improvises", value: 30, spread: 18 },
            { left: "Trusts brands", right: "Trusts friends", value: 74, spread: 10 },
          ],
        },
        publish: { note: "First version, from five welcome calls", daysAgo: 34 },
      },
      {
        by: "ben",
        set: {
          influences: [{ title: "Tom Reyes", how: "The neighbour whom he asks before he buys a tool" }],
          "claims.decision": ["Asks his father, then buys what his father wouldn't"],
          "claims.pains": [
            told("Deliveries between eight and six", "Welcome calls 1, 3 and 4", { severity: 4 }),
            inferred("Colours that look different at home", "Returns of paint, autumn", { severity: 2 }),
          ],
        },
        daysAgo: 4,
      },
    ],
  },
];
