import type { ChapterContent } from "../guide-content";
import { P } from "../guide-words";

export const keyboard: ChapterContent = { opening: <P>…</P>, sections: [], trials: [] };
