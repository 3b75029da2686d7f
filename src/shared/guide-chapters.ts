// The chapters of the user guide: their addresses, names and what they are found by. The guide holds what they say.

export interface GuideChapter {
  readonly title: string;
  /** What one knows after reading it, on one line. */
  readonly line: string;
  /** Further words by which the command menu finds it. */
  readonly words: string;
}

/** In reading order; the name is the last part of the address below /w/<slug>/guide. */
export const GUIDE_CHAPTERS = {
  "start-here": {
    title: "Start here",
    line: "What Dramatis is for, and the loop that keeps your picture of customers true.",
    words: "introduction overview tour first steps begin help",
  },
  "customer-data": {
    title: "Customer data",
    line: "Bring in an export of your customers, again and again, and see what could not be read.",
    words: "dataset snapshot import upload csv excel parquet columns traits",
  },
  segments: {
    title: "Segments",
    line: "Find groups of customers by a rule, watch the count while you type, and publish what you see.",
    words: "rule condition count discover foundational targeting measure",
  },
  personas: {
    title: "Personas",
    line: "Write down somebody whom your team can picture, one claim at a time.",
    words: "portrait face claim assumption quote journey import text",
  },
  scenarios: {
    title: "Scenarios",
    line: "Tell together what happens to a persona, and what you must offer.",
    words: "story editor chips beat need prose writing together",
  },
  "drafts-and-versions": {
    title: "Drafts, versions and approval",
    line: "Edit without fear: what is published never changes, and everything comes back.",
    words: "publish restore compare history undo approve retire archive delete",
  },
  "comments-and-proposals": {
    title: "Comments and proposals",
    line: "Talk where it stands, and propose words without the right to write them.",
    words: "thread mention suggest suggestion resolve reply discussion",
  },
  reviews: {
    title: "Reviews and sessions",
    line: "Say that a document is still true, alone in a minute or together in a meeting.",
    words: "verify decide vote agenda meeting minutes packet guest still true",
  },
  "staying-fresh": {
    title: "Reminders, cadences and freshness",
    line: "Who is asked when, what the badge means, and how to be left in peace at night.",
    words: "cadence due overdue drift badge notification mail digest quiet hours event calendar",
  },
  "roles-and-members": {
    title: "Roles and members",
    line: "Who may do what, how to invite people, and how a workspace changes hands.",
    words: "permission viewer reviewer editor admin owner invite invitation policy",
  },
  "sharing-out": {
    title: "Sharing out",
    line: "Export, print, follow in a calendar, and tell other programs by webhook.",
    words: "export markdown json print pdf ics feed webhook link",
  },
  "your-data": {
    title: "Your data",
    line: "What is kept about your customers, who sees it, and how one of them is erased.",
    words: "privacy gdpr erase person retention delete personal protection",
  },
  keyboard: {
    title: "Keyboard",
    line: "Everything without a mouse: the keys, and where they work.",
    words: "shortcut keys hotkey shortcuts accessibility",
  },
} as const satisfies Readonly<Record<string, GuideChapter>>;

export type ChapterName = keyof typeof GUIDE_CHAPTERS;
export const CHAPTER_NAMES = Object.keys(GUIDE_CHAPTERS) as ChapterName[];

/** Below /w/<slug>. */
export const GUIDE_PATH = "/guide";
export const GLOSSARY_PATH = `${GUIDE_PATH}/glossary`;

export function chapterPath(name: ChapterName): string {
  return `${GUIDE_PATH}/${name}`;
}
