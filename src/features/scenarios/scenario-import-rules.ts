// How other people's texts speak of scenarios.
import type { ImportRules } from "../documents/portable/label-rules";

const words = (list: string): readonly string[] => list.split(", ");

export const SCENARIO_IMPORT: ImportRules = {
  words: {
    title: words("title, name, scenario, titel"),
    summary: words("summary, overview, in short, zusammenfassung"),
    setting: words("setting, context, where, where and when, ort, umgebung"),
    trigger: words("trigger, what sets it off, auslöser"),
    objective: words("objective, goal, aim, ziel"),
    outcome: words("outcome, expected outcome, result, ergebnis"),
    story: words("story, narrative, scenario text, what happens, geschichte"),
  },
  ownWords: words("scenario, context scenario, use case, szenario"),
  collections: words("scenarios, context scenarios, use cases, szenarien"),
  rest: "story",
  subtitle: "summary",
  lead: "story",
  facts: () => [],
  value: (place, text) => [{ place, text }],
};
