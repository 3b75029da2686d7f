import { datasetPath } from "@/features/datasets/components/data-link";
import { documentPath } from "@/features/documents/components/document-link";
import { sessionPath } from "@/features/reviews/planning/review-link-rules";
import type { StepPlace } from "../first-steps-rules";

/** Where one goes on with what a step has made. */
export function thingPath(slug: string, place: StepPlace): string {
  switch (place.type) {
    case "dataset":
      return datasetPath(slug, place.id);
    case "document":
      return documentPath(slug, place.kind, place.id);
    case "session":
      return sessionPath(slug, place.id);
  }
}
