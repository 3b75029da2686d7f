import type { ReactNode } from "react";
import { BrandMark } from "@/ui/brand-mark";
import type { Hue } from "@/ui/hue";
import { Portrait } from "@/ui/portrait";

/** A few of whom the product is about; they look on, and say nothing. */
const CAST: readonly { readonly seed: string; readonly hue: Hue }[] = [
  { seed: "june", hue: "sand" },
  { seed: "lars", hue: "sky" },
  { seed: "priya", hue: "lilac" },
  { seed: "petra", hue: "sage" },
];

/** Surroundings of the pages that lead in. */
export function EntranceFrame({ children }: { readonly children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="px-4 py-4 sm:px-8">
        <a href="/sign-in" className="inline-flex min-h-9 items-center gap-2.5 rounded-s">
          <BrandMark />
          <b className="font-display text-[19px] leading-none font-[560]">Dramatis</b>
        </a>
      </header>
      {/* Roomier fields than inside the product: here they are all there is. */}
      <main className="mx-auto w-full max-w-[400px] flex-1 px-4 pt-[min(9vh,5rem)] pb-16 [&_input]:min-h-10">
        {children}
      </main>
      <div
        aria-hidden="true"
        className="mx-auto hidden w-full max-w-[880px] gap-4 px-8 sm:flex [@media(max-height:760px)]:hidden"
      >
        {CAST.map(({ seed, hue }) => (
          <Portrait
            key={seed}
            seed={seed}
            hue={hue}
            alt=""
            className="h-[120px] min-w-0 flex-1 rounded-t-m object-contain object-bottom pt-3"
          />
        ))}
      </div>
    </div>
  );
}
