// What is worth a look in a scenario.
import { isEmptyBody, needsOf } from "../documents/bodies/body-rules";
import { type CommonFacts, commonHints, type Hint, hint } from "../documents/links/hint-rules";
import { SCENARIO_FIELDS, type ScenarioContent } from "./scenario-rules";

export interface ScenarioFacts extends Pick<CommonFacts, "goneOwner"> {
  readonly content: ScenarioContent;
}

export function scenarioHints({ content, goneOwner }: ScenarioFacts): readonly Hint[] {
  const hints: Hint[] = [...commonHints({ fields: SCENARIO_FIELDS, content, goneOwner })];
  if (content.personas.length === 0)
    hints.push(hint("no-persona", "It is about nobody yet: name a persona.", "personas"));
  if (!isEmptyBody(content.story) && needsOf(content.story).length === 0) {
    hints.push(hint("no-need", "The story marks no need yet: what must we offer?", "story"));
  }
  return hints;
}
