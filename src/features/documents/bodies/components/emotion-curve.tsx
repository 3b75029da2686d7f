"use client";
import { useId } from "react";
import { Tooltip } from "@/ui/tooltip";
import { useFieldValue } from "../../drafts/components/content-context";
import type { BodyField } from "../../field-rules";
import { beatsOf, beatWords, curvePath, curvePoints } from "../beat-rules";
import type { Body } from "../body-rules";
import { EmotionFace } from "./view/beat-feeling";
import { goToPart, useShownBody } from "./view/shown-body";

interface EmotionCurveProps {
  readonly field: BodyField;
  readonly documentId: string;
}

/** Room of a beat in pixels; more of them than fit are scrolled to. */
const BEAT = 30;
const HEIGHT = 72;

/** How the story feels, beat by beat: a list of them in order, drawn as a curve. Each leads to its place in the text. */
export function EmotionCurve({ field, documentId }: EmotionCurveProps) {
  const heading = useId();
  const { value } = useFieldValue(field) as { readonly value: unknown };
  const beats = beatsOf(useShownBody(documentId, value as Body));
  if (beats.length < 2) return null;
  const points = curvePoints(beats);
  return (
    <section aria-labelledby={heading} className="mb-5 max-w-[41rem] min-w-0">
      <h2 id={heading} className="text-small text-ink-3">
        How it feels
      </h2>
      {/* Room for the dots at the edges, which would be cut off where it scrolls. */}
      <div className="overflow-x-auto overflow-y-hidden py-3.5">
        <div className="relative" style={{ height: HEIGHT, minWidth: beats.length * BEAT }}>
          <svg
            aria-hidden="true"
            viewBox={`0 0 100 ${HEIGHT}`}
            preserveAspectRatio="none"
            className="absolute inset-0 size-full overflow-visible"
          >
            {[0, 0.5, 1].map((y) => (
              <line
                key={y}
                x1="0"
                x2="100"
                y1={y * HEIGHT}
                y2={y * HEIGHT}
                className="stroke-line"
                strokeDasharray={y === 0.5 ? undefined : "2 4"}
                vectorEffect="non-scaling-stroke"
              />
            ))}
            <path
              d={curvePath(points, 100, HEIGHT)}
              fill="none"
              strokeWidth="1.5"
              className="stroke-ink-3"
              vectorEffect="non-scaling-stroke"
            />
          </svg>
          <ol>
            {points.map(({ x, y }, at) => (
              <li
                // biome-ignore lint/suspicious/noArrayIndexKey: a beat has no name but its place.
                key={at}
                className="absolute -ms-3 -mt-3"
                style={{ left: `${x * 100}%`, top: y * HEIGHT }}
              >
                <Tooltip text={beatWords(beats, at)}>
                  <button
                    type="button"
                    aria-label={beatWords(beats, at)}
                    onClick={() => goToPart(documentId, "[data-beat]", at)}
                    className="grid size-6 place-items-center rounded-full bg-paper text-ink-2 hover:text-ink"
                  >
                    <EmotionFace emotion={beats[at]?.emotion ?? 0} className="size-5" />
                  </button>
                </Tooltip>
              </li>
            ))}
          </ol>
        </div>
      </div>
    </section>
  );
}
