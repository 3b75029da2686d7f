// The company of the demo: a chain of do-it-yourself shops in the north of England, told in a few documents.
import type { DemoDocument } from "./demo-document";
import { MAYA } from "./demo-maya";
import { LEADING_PERSONAS } from "./demo-personas";
import { PERSONAS_AROUND } from "./demo-personas-around";
import { LEADING_SCENARIOS } from "./demo-scenarios";
import { SCENARIOS_AROUND } from "./demo-scenarios-around";
import { LEADING_SEGMENTS } from "./demo-segments";
import { STEADY_SEGMENTS } from "./demo-segments-steady";

export const DEMO_COMPANY = "Alder & Pine";

/** In the order in which they are made: what is linked comes before what links to it. */
export const DEMO_DOCUMENTS: readonly DemoDocument[] = [
  ...LEADING_SEGMENTS,
  ...STEADY_SEGMENTS,
  ...LEADING_PERSONAS,
  ...PERSONAS_AROUND,
  MAYA,
  ...LEADING_SCENARIOS,
  ...SCENARIOS_AROUND,
];
