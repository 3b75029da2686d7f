"use client";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { pictureAddress } from "@/shared/portrait-address";

interface BodyPictureProps {
  readonly id: string;
  readonly alt: string;
  /** In percent of the text's width; null for its own. */
  readonly width: number | null;
}

/** A picture of this workspace; those of others and of other sites can't be named. */
export function BodyPicture({ id, alt, width }: BodyPictureProps) {
  const { id: workspaceId } = useWorkspace();
  return (
    // biome-ignore lint/performance/noImgElement: it is already as small as it was asked to be, and kept for good.
    <img
      src={pictureAddress(workspaceId, id)}
      alt={alt}
      data-picture={id}
      loading="lazy"
      decoding="async"
      {...(width !== null && { style: { width: `${width}%` } })}
    />
  );
}
