"use client";
import clsx from "clsx";
import { useState } from "react";
import { preload } from "react-dom";
import { type PortraitSheet, portraitAddress, sheetSide } from "@/shared/portrait-address";
import { HUE_GROUND, type Hue } from "./hue";

export interface PortraitProps {
  readonly seed: string;
  /** Address of an uploaded picture, which takes the drawn face's place as long as it can be had. */
  readonly picture?: string | undefined;
  readonly hue: Hue;
  /** What one sees; empty where the name stands beside it. */
  readonly alt: string;
  /** Diameter in pixels of a round face, for lists and chips. Without it `className` gives size and corners. */
  readonly size?: number | undefined;
  /** On the first screen, so it isn't put off until it is scrolled to. */
  readonly isFirst?: boolean | undefined;
  /** The picture that holds all faces of the list it stands in: `portraitSheets(seeds)(row)`. Shows the whole figure. */
  readonly sheet?: PortraitSheet | undefined;
  /** `object-contain` shows all of the figure where its place is wide. */
  readonly className?: string | undefined;
}

/** A face on its hue, drawn or uploaded. It has its place before it is loaded. */
export function Portrait({ seed, picture, hue, alt, size, isFirst = false, sheet, className }: PortraitProps) {
  const [missing, setMissing] = useState<string>();
  const isPicture = picture !== undefined && picture !== missing;
  const look = clsx("portrait", size && "rounded-full", HUE_GROUND[hue], className);
  const style = size ? { width: size, height: size } : undefined;
  const place = sheet?.seeds.indexOf(seed) ?? -1;
  if (sheet && place >= 0 && !isPicture) {
    // Browsers learn of backgrounds only once styles are there, and think little of them; a list's faces are its largest part.
    preload(sheet.address, { as: "image", fetchPriority: "high" });
    return (
      <span {...(alt ? { role: "img", "aria-label": alt } : { "aria-hidden": true })} className={look} style={style}>
        <span className="mx-auto block aspect-square h-full max-w-full" style={sheetPlace(sheet, place)} />
      </span>
    );
  }
  return (
    // biome-ignore lint/performance/noImgElement: next/image would decode it on the server, and an SVG has every size.
    <img
      src={isPicture ? picture : portraitAddress(seed)}
      onError={isPicture ? () => setMissing(picture) : undefined}
      alt={alt}
      width={size}
      height={size}
      loading={isFirst ? "eager" : "lazy"}
      fetchPriority={isFirst ? "high" : undefined}
      decoding="async"
      className={look}
      style={style}
    />
  );
}

// As the background of a square, since fragments of an SVG in <img> are not shown alike by all browsers.
function sheetPlace({ address, seeds }: PortraitSheet, place: number) {
  const side = sheetSide(seeds.length);
  const percent = (step: number) => (side === 1 ? 0 : (step / (side - 1)) * 100);
  return {
    backgroundImage: `url("${address}")`,
    backgroundSize: `${side * 100}%`,
    backgroundPosition: `${percent(place % side)}% ${percent(Math.floor(place / side))}%`,
  };
}
