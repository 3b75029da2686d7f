import { useMemo } from "react";
import { withWords } from "../comparison-word-rules";
import { ComparisonBody, type ComparisonViewProps } from "./comparison-body";

/** For changes that were computed in the browser: finds the words that differ as well. */
export function ComparisonPart(props: ComparisonViewProps) {
  const changes = useMemo(() => withWords(props.changes), [props.changes]);
  return <ComparisonBody {...props} changes={changes} />;
}
