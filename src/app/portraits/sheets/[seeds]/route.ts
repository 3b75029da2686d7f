import { drawFaceSheet } from "@/server/faces/draw-face";
import { faceResponse } from "@/server/faces/face-response";
import { sheetSeeds } from "@/shared/portrait-address";

export async function GET(_request: Request, { params }: { readonly params: Promise<{ readonly seeds: string }> }) {
  const seeds = sheetSeeds((await params).seeds);
  return faceResponse(seeds && drawFaceSheet(seeds));
}
