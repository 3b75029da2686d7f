import { Annoyed, Frown, Laugh, type LucideIcon, Meh, Smile } from "lucide-react";
import { EMOTIONS } from "../../body-rules";

const FACES: Readonly<Record<number, LucideIcon>> = { [-2]: Frown, [-1]: Annoyed, 0: Meh, 1: Smile, 2: Laugh };

/** A small face; decoration, since the word stands beside it. */
export function EmotionFace({ emotion, className }: { readonly emotion: number; readonly className?: string }) {
  const Face = FACES[emotion] ?? Meh;
  return <Face aria-hidden="true" className={className} />;
}

/** How they feel in a beat of the story, over its words. */
export function BeatFeeling({ emotion }: { readonly emotion: number }) {
  return (
    <div className="beat-feeling gap-1.5">
      <EmotionFace emotion={emotion} className="size-[18px]" />
      {EMOTIONS[emotion]}
    </div>
  );
}
