"use client";
import { BesidePage } from "@/features/documents/comparison/components/beside-page";
import { SCENARIO_FIELDS } from "../scenario-rules";

/** Scenarios side by side. */
export function ScenarioBesidePage() {
  return <BesidePage kind="scenario" fields={FIELDS} />;
}

// The name stands above its column.
const FIELDS = SCENARIO_FIELDS.filter(({ path }) => path[0] !== "title");
