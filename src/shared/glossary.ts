// The words of the product, each in one sentence; the glossary page and the hints beside the words read them from here.

export interface Term {
  readonly word: string;
  /** One sentence that stands by itself. */
  readonly sentence: string;
  /** What helps to tell it from what it is taken for. */
  readonly more?: string | undefined;
}

/** In the order in which one meets them. */
export const GLOSSARY = {
  workspace: {
    word: "Workspace",
    sentence: "A company or team; everything you write belongs to exactly one.",
  },
  role: {
    word: "Role",
    sentence:
      "What a member may do here: viewer, reviewer, editor, admin or owner, each able to do all that those before it may.",
  },
  segment: {
    word: "Segment",
    sentence: "A group of customers whom you treat alike, found by a rule over your data or described in words.",
    more: "A segment says who you target and how many they are. If you can count it, it is a segment.",
  },
  persona: {
    word: "Persona",
    sentence: "A made-up person who stands for one or more segments, so that a team can ask what somebody would think.",
    more: "A persona says who you talk to. If you can imagine it at breakfast, it is a persona.",
  },
  scenario: {
    word: "Scenario",
    sentence: "A short story of a persona in a situation, which ends in what you must offer.",
    more: "A persona says who somebody is; a scenario says what happens to them, and what they need there.",
  },
  claim: {
    word: "Claim",
    sentence:
      "One statement about a customer, such as a goal or a pain, which keeps its history, its threads and what it rests on.",
    more: "Write one fact in each, so that it can be confirmed or changed by itself.",
  },
  assumption: {
    word: "Assumption",
    sentence: "A claim that nothing supports yet; it is drawn with a dashed line until something does.",
  },
  need: {
    word: "Need",
    sentence: "What a scenario shows that you must offer; all needs stand together in one list.",
  },
  draft: {
    word: "Draft",
    sentence: "The one working copy of a document, which several people may edit at the same time.",
  },
  version: {
    word: "Version",
    sentence: "What was published at one moment, numbered and never changed again.",
    more: "Editing goes on in the draft. Publishing it makes the next version; restoring an old one makes a new draft.",
  },
  approval: {
    word: "Approval",
    sentence: "Somebody’s word that a draft may be published as it stands; any edit after it asks for it again.",
  },
  dataset: {
    word: "Dataset",
    sentence: "Customer data from one source, such as the export of your shop, brought in again whenever it changes.",
  },
  snapshot: {
    word: "Snapshot",
    sentence: "A dataset as it was on one day; each import makes one, and none changes afterwards.",
  },
  trait: {
    word: "Trait",
    sentence: "One thing that the data say about each customer: a column, or something computed from columns.",
  },
  rule: {
    word: "Rule",
    sentence: "The conditions by which a segment’s customers are found in a snapshot.",
  },
  measure: {
    word: "Measure",
    sentence: "What a segment’s rule found in one snapshot: how many customers, which share, and how they are made up.",
  },
  drift: {
    word: "Drift",
    sentence: "How far the newest data have moved from what was measured when a version was published.",
    more: "A document that drifts is not wrong yet. It is due for somebody to look at it.",
  },
  freshness: {
    word: "Freshness",
    sentence: "Whether somebody has confirmed a document lately: fresh, due, overdue, drifting or never verified.",
  },
  cadence: {
    word: "Cadence",
    sentence: "How often a document must be verified, such as every quarter.",
  },
  verifier: {
    word: "Verifier",
    sentence: "Who is asked to confirm a document when it is due; without one it is the owner.",
  },
  review: {
    word: "Review",
    sentence:
      "Looking at a document to say that it is still true, to publish what changed, to ask for changes, or to retire it.",
    more: "“Still true” is a good result: verify often, change rarely.",
  },
  session: {
    word: "Review session",
    sentence: "Several people who go through documents together, in a meeting or within some days, and decide on each.",
  },
  thread: {
    word: "Thread",
    sentence: "A conversation that hangs on a claim, a word or a whole document, until somebody resolves it.",
  },
} as const satisfies Readonly<Record<string, Term>>;

export type TermName = keyof typeof GLOSSARY;
export const TERM_NAMES = Object.keys(GLOSSARY) as TermName[];
