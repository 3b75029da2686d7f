import clsx from "clsx";
import { portraitAddress } from "@/shared/portrait-address";
import { HUE_GROUND, type Hue } from "./hue";

export interface PortraitProps {
  readonly seed: string;
  readonly hue: Hue;
  /** What one sees; empty where the name stands beside it. */
  readonly alt: string;
  /** Diameter in pixels of a round face, for lists and chips. Without it `className` gives size and corners. */
  readonly size?: number | undefined;
  /** On the first screen, so it isn't put off until it is scrolled to. */
  readonly isFirst?: boolean | undefined;
  /** `object-contain` shows all of the figure where its place is wide. */
  readonly className?: string | undefined;
}

/** A generated face on its hue. It has its place before it is loaded. */
export function Portrait({ seed, hue, alt, size, isFirst = false, className }: PortraitProps) {
  return (
    // biome-ignore lint/performance/noImgElement: next/image would decode it on the server, and an SVG has every size.
    <img
      src={portraitAddress(seed)}
      alt={alt}
      width={size}
      height={size}
      loading={isFirst ? "eager" : "lazy"}
      decoding="async"
      className={clsx("portrait", size && "rounded-full", HUE_GROUND[hue], className)}
      style={size ? { width: size, height: size } : undefined}
    />
  );
}
