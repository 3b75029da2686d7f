// The demo's leading part: a persona with a past, from a sketch to claims that rest on something.
import { beat, callout, chip, heading, paragraph, prose, quote } from "./demo-body";
import { counted, type DemoDocument, inferred, told } from "./demo-document";

const GOALS = [
  told("Finish a project in one weekend", "Interview 4, spring survey", { level: "end" }),
  told("Buy everything in a single trip", "Interview 4", { level: "end" }),
];
const PAINS = [
  told("Compatibility is unclear before the till", "Interview 7", { severity: 4 }),
  counted("Returns take a working day", "Returns desk, October; spring survey", { severity: 3 }),
];

export const MAYA: DemoDocument = {
  kind: "persona",
  title: "Maya Okafor",
  verifiers: ["ana", "ines"],
  tags: ["Home", "Spring campaign"],
  steps: [
    {
      by: "ana",
      set: {
        archetype: "The busy rebuilder",
        "portrait.seed": "rosa",
        "portrait.alt": "A woman with dark hair, drawn in black lines",
        hue: "sand",
        age: 34,
        location: "Leeds, UK",
        occupation: "Ward sister, NHS",
        household: "Partner, two children",
        "claims.goals": ["Finish a project in one weekend", "Save money on every trip"],
        "claims.pains": ["Returns take a working day"],
      },
      publish: { note: "A first sketch from what we believed", daysAgo: 240 },
    },
    {
      by: "ana",
      set: {
        basis: "qualitative",
        quote: "I have an hour on Saturday. If I have to read a manual, I've already lost it.",
        quoteSource: "excerpt",
        pronouns: "she/her",
        ageFrom: 29,
        ageTo: 44,
        segments: [{ title: "Weekend rebuilders", share: 41, order: 1 }],
        "claims.goals": GOALS,
        "claims.needs": [
          told("A list of parts that is complete", "Interviews 4 and 6"),
          told("Stock of the branch near the school", "Interview 4"),
        ],
        "claims.pains": PAINS,
        "claims.behaviours": [
          told("Saves three videos before she buys anything", "Interview 4"),
          counted("Shops on Saturday between nine and eleven", "Loyalty export, March"),
        ],
        traits: [
          { left: "Careful", right: "Bold", value: 71, spread: 12 },
          { left: "Plans ahead", right: "Improvises", value: 27, spread: 10 },
        ],
      },
      publish: {
        note: "Seven interviews: not a “DIY parent”, but a rebuilder without an hour",
        reason: "new-evidence",
        daysAgo: 170,
      },
    },
    {
      by: "ben",
      set: {
        archetype: "The Saturday-hour rebuilder",
        summary:
          "Maya rebuilds a terraced house in the hours that two shifts and two children leave. She doesn't lack skill; she lacks a second trip.",
        education: "Nursing degree",
        languages: "English, Igbo",
        seniority: "Leads a ward of 24 beds",
        industry: "Health",
        influences: [{ title: "Tom Reyes", how: "Lends her tools, and an opinion with each" }],
        "claims.motivations": [
          told("To show the children that things can be mended", "Interview 4"),
          inferred("A wall that she did herself", "Photos in reviews, summer"),
        ],
        "claims.attitudes": [told("Thinks that shops are made for people who know already", "Interviews 2 and 5")],
        "claims.interests": [told("A choir on Thursdays", "Interview 4"), "Second-hand tools"],
        "claims.decision": [
          counted("Starts from a 60-second video, then checks stock nearby", "Web analytics, June", {
            aspect: "trigger",
          }),
          told("Two cheaper tools beat one good one, until it fails once", "Interview 7", { aspect: "criterion" }),
          { text: "Partner vetoes anything above £150", aspect: "barrier" },
          told("“I'd have to come back for the other half”", "Interview 6", {
            aspect: "objection",
            answer: "The kit holds everything, down to the screws",
          }),
        ],
        "claims.channels": [
          counted("Short videos", "Spring survey: 64 %", { stage: "discover", preference: 5 }),
          told("The app, for the stock of one branch", "Interview 4", { stage: "research", preference: 4 }),
          told("The branch, never delivery", "Interviews 4 and 7", { stage: "buy", preference: 5 }),
          { text: "Chat, in the evening", stage: "support", preference: 2 },
        ],
        "claims.journey": [
          told("Something breaks", "Interview 4", {
            actions: "Looks for a video on the bus",
            thoughts: "Can I do that?",
            emotion: -1,
            channels: "Short videos",
          }),
          told("The plan", "Interview 4", {
            goal: "One list, one trip",
            actions: "Checks the stock of the branch near the school",
            thoughts: "Will these fit together?",
            emotion: 0,
            pains: "Compatibility",
          }),
          told("The trip", "Interview 7", {
            actions: "Forty minutes between swimming and lunch",
            thoughts: "Where is it?",
            emotion: -2,
            channels: "Branch",
          }),
          told("Sunday evening", "Interview 4", {
            actions: "Opens and closes the door, twice",
            thoughts: "Mine",
            emotion: 2,
          }),
        ],
        traits: [
          { left: "Careful", right: "Bold", value: 71, spread: 12 },
          { left: "Plans ahead", right: "Improvises", value: 27, spread: 10 },
          { left: "Trusts brands", right: "Trusts friends", value: 62, spread: 16 },
        ],
        wordsToUse: ["this weekend", "in one trip", "fits"],
        wordsToAvoid: ["DIY mum", "easy", "pro tip"],
        story: prose(
          heading("After the shift", 3),
          paragraph(
            "Her shift ends at eight. On the bus she saves three videos about re-hanging a door, and checks whether the branch near the school has the hinges. By Saturday the plan has to fit between swimming and lunch, like most people's of ",
            chip("Weekend rebuilders"),
            ".",
          ),
          heading("Ten to nine", 3),
          beat(
            -1,
            "The hinges are there; the screws that go with them are in another aisle, in packs of a hundred. Nobody is near who could say whether the old holes will do.",
          ),
          beat(
            -2,
            "She buys two sizes, and the receipt goes into the pocket of the coat that she will wear on Tuesday, when the returns desk is open and she is not on the ward.",
          ),
          callout(
            "tip",
            "Tom from across the street would have known. ",
            chip("Tom Reyes"),
            " lends her tools, and an opinion with each.",
          ),
          heading("Sunday at six", 3),
          beat(2, "The door closes with a click. Her daughter opens it again to hear it once more."),
          quote("I did that. With an hour."),
        ),
      },
      publish: { note: "Spring survey folded in", reason: "new-evidence", daysAgo: 52 },
    },
    {
      by: "kofi",
      set: {
        "claims.goals": [...GOALS, { text: "Teach the children to build things", level: "life" }],
        "claims.pains": [...PAINS, told("Advice assumes a trade background", "Interview 2", { severity: 4 })],
      },
      daysAgo: 1,
    },
  ],
};
