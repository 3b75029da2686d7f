"use client";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { pictureAddress } from "@/shared/portrait-address";
import { Portrait, type PortraitProps } from "@/ui/portrait";
import type { LinkCard } from "../../links/link-rules";

interface DocumentFaceProps extends Omit<PortraitProps, "seed" | "picture" | "hue"> {
  /** What of the content makes the face; absent while it isn't known. */
  readonly card: Pick<LinkCard, "portrait" | "hue">;
}

/** The face of a document that has one: the uploaded picture, or the drawn face, on the document's own hue. */
export function DocumentFace({ card: { portrait, hue }, ...props }: DocumentFaceProps) {
  const { id: workspaceId } = useWorkspace();
  const picture = portrait?.picture ? pictureAddress(workspaceId, portrait.picture) : undefined;
  return <Portrait {...props} seed={portrait?.seed ?? "none"} picture={picture} hue={hue ?? "sand"} />;
}
