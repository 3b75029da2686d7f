import { readPicture } from "@/api/read-picture";
import { pictureResponse } from "@/server/faces/picture-response";

interface Params {
  readonly params: Promise<{ readonly workspaceId: string; readonly pictureId: string }>;
}

export async function GET(_request: Request, { params }: Params) {
  const { workspaceId, pictureId } = await params;
  return pictureResponse(await readPicture(workspaceId, pictureId));
}
