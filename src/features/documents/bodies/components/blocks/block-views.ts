// The blocks of the field as they look and act while one writes. Each takes the place of the schema's of the same name;
// the rest comes on top.
import type { AnyExtension } from "@tiptap/core";
import { ReactNodeViewRenderer } from "@tiptap/react";
import { ClaimEmbed, DocumentChip, EvidenceQuote, StoryBeat } from "../../body-schema";
import { ClaimEmbedView } from "./claim-embed-view";
import { DocumentChipView } from "./document-chip-view";
import { documentSuggestion } from "./document-suggestion";
import { EvidenceQuoteView } from "./evidence-quote-view";
import { HeadingOutline } from "./heading-outline";
import { BodyWatch } from "./live-body";
import { NeedWithIds } from "./need-node";
import { StoryBeatView } from "./story-beat-view";

interface BlockViewOptions {
  readonly workspaceId: string;
  /** The document that is written. */
  readonly documentId: string;
}

export function blockViews({ workspaceId, documentId }: BlockViewOptions): AnyExtension[] {
  return [
    DocumentChip.extend({ addNodeView: () => ReactNodeViewRenderer(DocumentChipView, { as: "span" }) }),
    ClaimEmbed.extend({ addNodeView: () => ReactNodeViewRenderer(ClaimEmbedView) }),
    StoryBeat.extend({ addNodeView: () => ReactNodeViewRenderer(StoryBeatView) }),
    EvidenceQuote.extend({ addNodeView: () => ReactNodeViewRenderer(EvidenceQuoteView) }),
    NeedWithIds,
    HeadingOutline,
    documentSuggestion({ workspaceId, documentId }),
    BodyWatch.configure({ documentId }),
  ];
}
