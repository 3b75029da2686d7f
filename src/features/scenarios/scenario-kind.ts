import type { DocumentKind } from "../documents/document-kind";
import { emptyContent } from "../documents/field-rules";
import { scenarioContent } from "./scenario-contract";
import { SCENARIO_IMPORT } from "./scenario-import-rules";
import { missingInScenario, SCENARIO_FACET, SCENARIO_FIELDS, type ScenarioContent } from "./scenario-rules";
import { SCENARIO_SKELETON, SCENARIO_TEMPLATES } from "./scenario-templates";

/** Context scenarios as a kind of document. */
export const scenarioKind: DocumentKind<ScenarioContent> = {
  name: "scenario",
  schema: scenarioContent,
  fields: SCENARIO_FIELDS,
  facet: SCENARIO_FACET,
  cardFields: ["summary", "kind", "status", "personas"],
  importRules: SCENARIO_IMPORT,
  templates: SCENARIO_TEMPLATES,
  missing: missingInScenario,
  empty: (title) => scenarioContent.parse({ ...emptyContent(SCENARIO_FIELDS), title, story: SCENARIO_SKELETON }),
};
