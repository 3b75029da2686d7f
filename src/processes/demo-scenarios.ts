// What happens to the demo's people: stories that a team wrote together, one of them published twice.
import {
  beat,
  callout,
  chip,
  claimOf,
  emphasis,
  heading,
  list,
  need,
  paragraph,
  prose,
  quote,
  said,
  table,
  tasks,
} from "./demo-body";
import type { DemoDocument } from "./demo-document";

const FITS = need("Know that it fits before paying, with the old part in hand.");
const NO_TRIP = need("Return what didn't fit without a trip of its own.");

export const LEADING_SCENARIOS: readonly DemoDocument[] = [
  {
    kind: "scenario",
    title: "Thirty-two of forty hinges",
    tags: ["Trade"],
    steps: [
      {
        by: "kofi",
        set: {
          kind: "key-path",
          status: "confirmed",
          summary: "Ruth orders from the cab at ten past six. What the counter answers decides where six people go.",
          personas: [{ title: "Ruth Lindqvist", version: 1, part: "lead" }],
          segments: [{ title: "Trade accounts", version: 1 }],
          setting: "The yard at ten past six, in the cab, the kettle on",
          trigger: "The list for the day, read aloud",
          objective: "Everything on the van by seven",
          outcome: "A number that she can send people by",
          story: prose(
            heading("Who and where"),
            paragraph(
              chip("Ruth Lindqvist"),
              " sits in the cab. The yard is dark, and six people are on their way to it.",
            ),
            heading("What sets it off"),
            paragraph(
              "She reads the list aloud and her telephone writes it down: hinges, forty; the oak that was promised.",
            ),
            heading("The story"),
            beat(0, "She sends the list and pours tea. Nothing comes back for a quarter of an hour."),
            beat(
              -1,
              "At half past six somebody at the counter rings: thirty-two hinges. She asks where the others are, and hears typing.",
            ),
            beat(1, "Eight are in Leeds, and can be here by nine. She knows the voice, and believes the nine."),
            beat(2, "She moves two people to the other site before the first one has arrived."),
            heading("What they expect"),
            list("To hear what is missing before she has to ask", "A person who knows her account, not a ticket"),
            said("I don't mind no. I mind no at seven.", "A week at the trade counter, Tuesday"),
            heading("How it ends"),
            paragraph("Nobody drinks tea for money. The hinges come at ten to nine."),
            heading("What we must offer"),
            need("Say within ten minutes what is missing, and when it will be there."),
            need("Let one person at the counter see the stock of every branch."),
            heading("Open questions"),
            tasks("What happens on the days when her voice at the counter is off?"),
          ),
        },
        publish: { note: "Written with Ruth's counter, read aloud to them", daysAgo: 60 },
      },
      {
        by: "ben",
        set: {
          outcome: "A number and an hour that she can send people by",
        },
        daysAgo: 6,
      },
    ],
  },
  {
    kind: "scenario",
    title: "Eleven weeks, one kitchen",
    tags: ["Spring campaign"],
    steps: [
      {
        by: "kofi",
        set: {
          kind: "validation",
          status: "drafting",
          summary: "A delivery doesn't come on the one day that Dev took off. Does what we promise hold?",
          personas: [
            { title: "Dev Patel", version: 1, part: "lead" },
            { title: "Tom Reyes", version: 1, part: "support" },
          ],
          segments: [{ title: "New movers", version: 1 }],
          setting: "A house without a kitchen, on a Thursday that he took off",
          trigger: "It is noon, and nobody has rung",
          objective: "Have the worktop in before the plumber comes on Friday",
          story: prose(
            heading("Who and where"),
            paragraph(
              chip("Dev Patel"),
              " stands in what will be a kitchen. He has eleven weeks, a cot in a box and one day off.",
            ),
            heading("What sets it off"),
            paragraph("The slot was eight to six. It is noon, and the street is empty."),
            heading("The story"),
            beat(-1, "He looks at the order for the fourth time. It says “on its way”, as it did at seven."),
            beat(-2, "He rings, and is told that it isn't on a van. Nobody can say since when that was known."),
            beat(
              0,
              chip("Tom Reyes"),
              " from next door looks over the fence and says what can be done without a worktop.",
            ),
            heading("What they expect"),
            list("The truth at seven, when he could still have gone to work"),
            heading("How it ends"),
            table(
              ["What could happen", "What it costs him"],
              ["It comes on Monday", "The plumber, £90, and a weekend of take-away"],
              ["He fetches it himself", "A borrowed van, and his trust"],
              ["He cancels", "Two weeks, of eleven"],
            ),
            heading("What we must offer"),
            need("Say in the morning what won't come, before the day is spent."),
            heading("Open questions"),
            paragraph(),
          ),
        },
        daysAgo: 5,
      },
    ],
  },
  {
    kind: "scenario",
    title: "The hinge that didn't fit",
    tags: ["Home", "Spring campaign"],
    steps: [
      {
        by: "ana",
        set: {
          kind: "context",
          status: "drafting",
          summary: "A broken hinge, nineteen minutes, and forty hinges that look the same.",
          personas: [{ title: "Maya Okafor", version: 2, part: "lead" }],
          segments: [{ title: "Weekend rebuilders", version: 2 }],
          setting: "Saturday, 9:40, in the aisle, phone in one hand",
          trigger: "The old hinge snaps on Friday night",
          objective: "Re-hang the children's door before lunch",
          story: prose(
            heading("Who and where"),
            paragraph(chip("Maya Okafor", 2), " stands in front of forty hinges with the broken one in her pocket."),
            heading("The story"),
            paragraph(
              "The shelf label says “75 mm steel”. Hers says nothing. She buys two sizes, and returns one on Tuesday.",
            ),
            heading("What we must offer"),
            FITS,
          ),
        },
        publish: { note: "What we heard in the first interviews", daysAgo: 120 },
      },
      {
        by: "kofi",
        set: {
          status: "told",
          summary:
            "A broken hinge, nineteen minutes before swimming, and forty hinges that look the same. Maya leaves with none of them.",
          personas: [
            { title: "Maya Okafor", version: 2, part: "lead" },
            { title: "Tom Reyes", version: 1, part: "support" },
          ],
          outcome: "The door closes with a click, and she didn't have to come back",
          story: prose(
            heading("Who and where"),
            paragraph(
              chip("Maya Okafor", 2),
              " stands in front of forty hinges with the broken one in her pocket. She has nineteen minutes before swimming, one hand for the phone and one for her daughter.",
            ),
            heading("What sets it off"),
            paragraph(
              "On Friday night the old hinge snaps. The door hangs by the other one, and the children find that funny.",
            ),
            heading("The story"),
            beat(
              0,
              "The shelf label says “75 mm steel”. Hers says nothing. She holds it against one packet after another.",
            ),
            beat(-1, "She searches the app by photo. It offers three matches, none of them in this store."),
            claimOf("Maya Okafor", "claims.pains", "Compatibility is unclear before the till"),
            beat(
              -2,
              "She considers buying two sizes and returning one, and remembers what the last return cost her: ",
              emphasis("a Tuesday"),
              ".",
            ),
            beat(-1, "She buys nothing, films the shelf, and asks in the neighbours' group."),
            beat(1, "The answer comes at two, from ", chip("Tom Reyes"), ": a different brand, from a different shop."),
            heading("What they expect"),
            list("That a part knows what it fits", "That somebody near the shelf has done it before"),
            callout(
              "note",
              "Four of seven people in the interviews of ",
              chip("Weekend rebuilders"),
              " had bought two sizes of something in the last year.",
            ),
            heading("How it ends"),
            table(
              ["", "With us today", "As it could be"],
              ["Time in the aisle", "19 minutes", "4 minutes"],
              ["What she carries home", "A film of a shelf", "One hinge, four screws"],
              ["Who knows the answer", "A neighbour", "The shelf"],
            ),
            quote("I have an hour on Saturday. If I have to read a manual, I've already lost it."),
            heading("What we must offer"),
            FITS,
            NO_TRIP,
            need("See what is on this store's shelf, not what is in the catalogue."),
            heading("Open questions"),
            tasks("Would she take a photo if the shelf asked for it?", "What does Tom do when it isn't for himself?"),
          ),
        },
        publish: {
          note: "Read with four people; the story ends elsewhere than we thought",
          reason: "new-evidence",
          daysAgo: 24,
        },
      },
      {
        by: "ana",
        set: { status: "confirmed" },
        daysAgo: 2,
      },
    ],
  },
];
