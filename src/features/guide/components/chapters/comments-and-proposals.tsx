import type { ChapterContent } from "../guide-content";
import { P } from "../guide-words";

export const commentsAndProposals: ChapterContent = { opening: <P>…</P>, sections: [], trials: [] };
