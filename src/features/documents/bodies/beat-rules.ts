// The beats of a story as a curve: how they feel, step by step.
import { type Body, bodyText, EMOTIONS, walkBody } from "./body-rules";

export interface Beat {
  readonly emotion: number;
  readonly text: string;
}

/** In the order of reading; a beat in a beat counts as its own. */
export function beatsOf(body: Body): readonly Beat[] {
  const beats: Beat[] = [];
  walkBody(body, (node) => {
    if (node.type !== "storyBeat") return undefined;
    const emotion = Number(node.attrs?.emotion);
    beats.push({ emotion: Number.isInteger(emotion) && Math.abs(emotion) <= 2 ? emotion : 0, text: bodyText(node) });
    return undefined;
  });
  return beats;
}

/** "2 of 5, Annoyed: The hinge snaps", shortened. */
export function beatWords(beats: readonly Beat[], at: number): string {
  const beat = beats[at];
  if (!beat) return "";
  const { text, emotion } = beat;
  const words = text.replace(/\s+/g, " ");
  const short = words.length > 90 ? `${words.slice(0, 90).trimEnd()}…` : words;
  return `${at + 1} of ${beats.length}, ${EMOTIONS[emotion]}${short && `: ${short}`}`;
}

/** A place on the curve: `x` from 0 to 1 across, `y` from 0 at the top to 1. */
export interface CurvePoint {
  readonly x: number;
  readonly y: number;
}

export function curvePoints(beats: readonly Beat[]): readonly CurvePoint[] {
  return beats.map(({ emotion }, at) => ({ x: (at + 0.5) / beats.length, y: (2 - emotion) / 4 }));
}

/** The points as an SVG path that rises and falls softly and turns only at the beats. */
export function curvePath(points: readonly CurvePoint[], width: number, height: number): string {
  const at = ({ x, y }: CurvePoint) => [x * width, y * height] as const;
  return points
    .map((point, index) => {
      const [x, y] = at(point);
      const before = points[index - 1];
      if (!before) return `M${x} ${y}`;
      const [fromX, fromY] = at(before);
      const middle = (fromX + x) / 2;
      return `C${middle} ${fromY} ${middle} ${y} ${x} ${y}`;
    })
    .join("");
}
