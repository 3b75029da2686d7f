import { contentSchema } from "../documents/content-contract";
import { SCENARIO_FIELDS, type ScenarioContent } from "./scenario-rules";

/** A scenario's content, whole: every property is always there, empty ones as "", [] or null. */
export const scenarioContent = contentSchema<ScenarioContent>(SCENARIO_FIELDS);
