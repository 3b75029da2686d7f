import { drawFace } from "@/server/faces/draw-face";
import { faceResponse } from "@/server/faces/face-response";
import { portraitSeed } from "@/shared/portrait-address";

export async function GET(_request: Request, { params }: { readonly params: Promise<{ readonly seed: string }> }) {
  const seed = portraitSeed((await params).seed);
  return faceResponse(seed && drawFace(seed));
}
