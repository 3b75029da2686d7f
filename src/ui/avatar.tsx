import clsx from "clsx";
import { HUE_GROUND, hueOf } from "./hue";

/** First letters of the first and the last word, or of an address before its @. */
function initials(name: string): string {
  const words = (name.split("@")[0] ?? "").split(/[\s._-]+/).filter(Boolean);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  // By code point, so that a letter outside the basic plane stays whole.
  return ends
    .map((word) => [...(word ?? "")][0] ?? "")
    .join("")
    .toLocaleUpperCase();
}

export interface AvatarProps {
  readonly name: string;
  /** Side in pixels. */
  readonly size?: number | undefined;
  /** The name stands beside it, so it needn't be read twice. */
  readonly isDecoration?: boolean | undefined;
  readonly className?: string | undefined;
}

/** Somebody of the team, by initials. */
export function Avatar({ name, size = 28, isDecoration = false, className }: AvatarProps) {
  return (
    <span
      {...(isDecoration ? { "aria-hidden": true } : { role: "img", "aria-label": name, title: name })}
      className={clsx(
        "inline-grid shrink-0 place-items-center rounded-full leading-none font-semibold text-on-hue select-none",
        HUE_GROUND[hueOf(name)],
        className,
      )}
      style={{ width: size, height: size, fontSize: Math.round(size * 0.4) }}
    >
      {initials(name)}
    </span>
  );
}
