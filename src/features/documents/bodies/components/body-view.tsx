import clsx from "clsx";
import { type Body, linkedDocuments } from "../body-rules";
import { headingsOf } from "../heading-rules";
import { BodyCards } from "./view/body-cards";
import { renderBlocks } from "./view/render-blocks";

interface BodyViewProps {
  readonly body: Body;
  /** Level of the body's highest headings: one more than that of the heading above it. */
  readonly headingLevel?: number | undefined;
  readonly className?: string | undefined;
}

/**
 * Prose as something to read, on the server as well, without the editor. Shows what it knows and leaves out what no
 * body of ours can say, so that hostile content is harmless here even if it were stored.
 */
export function BodyView({ body, headingLevel = 3, className }: BodyViewProps) {
  const headings = new Map(headingsOf(body).map((heading) => [heading.node, heading]));
  return (
    <BodyCards ids={linkedDocuments(body)}>
      <div className={clsx("prose-body", className)}>
        {renderBlocks(body?.content, { depth: 1, headings, headingLevel })}
      </div>
    </BodyCards>
  );
}
