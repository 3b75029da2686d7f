// Minutes as text, for mails, downloads and those who read without a page.
import { RESULT_WORDS } from "@/features/documents/verification/verification-rules";
import { localDayText } from "@/shared/local-day";
import { whenText } from "../planning/when-rules";
import { VERDICT_WORDS, VERDICTS, VOTE_WORDS, VOTES } from "../room/room-rules";
import type { MarkedStatement, Minutes, MinutesItem } from "./minutes-contract";

/** "Published as v4, to be verified again by 28 Feb 2027". */
export function decisionText({ result, version, dueOn, isDeleted }: MinutesItem): string {
  if (result === null) return "Not decided";
  const what = `${RESULT_WORDS[result]}${version === null ? "" : result === "published" ? ` as v${version}` : ` (v${version})`}`;
  const isNext = (result === "published" || result === "still-true") && dueOn !== null && !isDeleted;
  // With the year: minutes are read long after.
  return isNext ? `${what}, to be verified again by ${localDayText(dueOn, "")}` : what;
}

/** "Approve 2, change 1"; "" where nobody voted. */
export function votesText({ votes }: Pick<MinutesItem, "votes">): string {
  return counted(VOTES, VOTE_WORDS, (vote) => votes.filter((one) => one.vote === vote).length);
}

/** "Keep 3, unsure 1". */
export function countsText({ counts }: Pick<MarkedStatement, "counts">): string {
  return counted(VERDICTS, VERDICT_WORDS, (verdict) => counts[verdict]);
}

function counted<K extends string>(keys: readonly K[], words: Readonly<Record<K, string>>, of: (key: K) => number) {
  const text = keys.flatMap((key) => (of(key) > 0 ? [`${words[key].toLowerCase()} ${of(key)}`] : [])).join(", ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Who came, and who was asked and didn't. */
export function peopleText({ people }: Pick<Minutes, "people">): string {
  const names = (came: boolean) => people.filter((one) => one.came === came).map(({ name }) => name);
  const [there, missing] = [names(true), names(false)];
  return [
    there.length > 0 ? `There: ${there.join(", ")}` : "Nobody came",
    ...(missing.length > 0 ? [`asked as well: ${missing.join(", ")}`] : []),
  ].join("; ");
}

/** What a statement is called whose words may not be read. */
export function statementText({ label, text, isOfDraft }: MarkedStatement): string {
  return text || (isOfDraft ? `A statement of the draft${label && ` (${label})`}` : "A statement that is gone");
}

/** As Markdown: headings, lists, nothing of it made from what people wrote. */
export function minutesMarkdown(minutes: Minutes): string {
  const lines = [
    `# ${plain(minutes.title)}`,
    "",
    `${whenText(minutes)}. ${plain(minutes.facilitator)} facilitated.`,
    "",
    `${plain(peopleText(minutes))}.`,
    ...(minutes.purpose === "" ? [] : ["", quoted(minutes.purpose)]),
    ...minutes.items.flatMap((item) => ["", ...itemLines(item)]),
  ];
  return `${lines.join("\n")}\n`;
}

function itemLines(item: MinutesItem): readonly string[] {
  const { title, isDeleted, decidedBy, note, marks, notes, tasks } = item;
  const by = decidedBy === null ? "" : `, decided by ${plain(decidedBy)}`;
  const list = (heading: string, entries: readonly string[]) =>
    entries.length === 0 ? [] : ["", `### ${heading}`, "", ...entries.map((entry) => `- ${entry}`)];
  const votes = votesText(item);
  return [
    `## ${plain(title)}`,
    "",
    `**${decisionText(item)}**${by}.`,
    ...(isDeleted ? ["", "The document was deleted since, and with it what was said of it."] : []),
    ...(note === "" ? [] : ["", quoted(note)]),
    ...(votes === "" ? [] : ["", `Votes: ${votes}.`]),
    ...list(
      "Statements",
      marks.map(
        (mark) =>
          `${plain(statementText(mark))}: ${countsText(mark)}${mark.notes.map((one) => ` “${plain(one)}”`).join("")}`,
      ),
    ),
    ...list(
      "Notes",
      notes.map(({ author, text }) => `${plain(author)}: ${plain(text)}`),
    ),
    ...list(
      "Tasks",
      tasks.map(({ text, assignee, dueOn }) => `${plain(text)} (${plain(assignee)}, by ${localDayText(dueOn, "")})`),
    ),
  ];
}

/** On one line, and with no sign that Markdown would take for its own. */
function plain(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_{}[\]<>#|~]/g, "\\$&");
}

function quoted(text: string): string {
  return text
    .split("\n")
    .map((line) => `> ${plain(line)}`.trimEnd())
    .join("\n");
}
