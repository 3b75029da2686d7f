// The company of the demo: a chain of do-it-yourself shops in the north of England, told in a few documents.
import type { DemoDocument } from "./demo-document";
import { MAYA } from "./demo-maya";
import { DEMO_PERSONAS } from "./demo-personas";
import { DEMO_SCENARIOS } from "./demo-scenarios";
import { LEADING_SEGMENTS } from "./demo-segments";
import { STEADY_SEGMENTS } from "./demo-segments-steady";

export const DEMO_COMPANY = "Alder & Pine";

/** In the order in which they are made: what is linked comes before what links to it. */
export const DEMO_DOCUMENTS: readonly DemoDocument[] = [
  ...LEADING_SEGMENTS,
  ...STEADY_SEGMENTS,
  ...DEMO_PERSONAS,
  MAYA,
  ...DEMO_SCENARIOS,
];
