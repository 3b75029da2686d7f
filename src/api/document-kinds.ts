import { personaKind } from "@/features/personas/persona-kind";
import { scenarioKind } from "@/features/scenarios/scenario-kind";
import { segmentKind } from "@/features/segments/segment-kind";

/** Every kind of document, for what serves all of them. */
export const documentKinds = { segment: segmentKind, persona: personaKind, scenario: scenarioKind };
