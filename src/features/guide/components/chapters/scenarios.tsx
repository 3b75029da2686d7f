import type { ChapterContent } from "../guide-content";
import { P } from "../guide-words";

export const scenarios: ChapterContent = { opening: <P>…</P>, sections: [], trials: [] };
