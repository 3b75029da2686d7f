import type { ChapterContent } from "../guide-content";
import { P } from "../guide-words";

export const sharingOut: ChapterContent = { opening: <P>…</P>, sections: [], trials: [] };
