import clsx from "clsx";
import { portraitAddress } from "@/shared/portrait-address";
import { HUE_GROUND, type Hue } from "./hue";

export interface PortraitProps {
  readonly seed: string;
  readonly hue: Hue;
  /** What one sees; empty where the name stands beside it. */
  readonly alt: string;
  /** Width and height in pixels; "fill" takes the width of its place and the height that `className` gives. */
  readonly size: number | readonly [width: number, height: number] | "fill";
  /** Round in lists and chips, a sheet with soft corners at the head of a page, square where a card cuts it. */
  readonly shape?: "round" | "sheet" | "square" | undefined;
  /** In the first screen, so not put off until it is scrolled to. */
  readonly isFirst?: boolean | undefined;
  readonly className?: string | undefined;
}

const SHAPES = { round: "rounded-full", sheet: "rounded-l", square: "" };

/** A generated face on its hue. It has its place before it is loaded. */
export function Portrait({ seed, hue, alt, size, shape = "round", isFirst = false, className }: PortraitProps) {
  const [width, height] = size === "fill" ? [] : typeof size === "number" ? [size, size] : size;
  return (
    // biome-ignore lint/performance/noImgElement: next/image would decode it on the server, and an SVG has every size.
    <img
      src={portraitAddress(seed)}
      alt={alt}
      width={width}
      height={height}
      loading={isFirst ? "eager" : "lazy"}
      decoding="async"
      className={clsx(
        "block shrink-0 overflow-hidden object-bottom",
        size === "fill" ? "w-full object-contain" : "object-cover",
        HUE_GROUND[hue],
        SHAPES[shape],
        className,
      )}
      style={width && height ? { width, height } : undefined}
    />
  );
}
