import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import { uploadPicture } from "../../pictures/use-cases/upload-picture";
import { type Body, bodyProblem, MAX_BODY_BYTES } from "../body-rules";
import { bodySchema } from "../body-schema";
import { readBodyDocx } from "../convert/body-from-docx";
import { readBodyHtml } from "../convert/body-from-html-rules";
import { readBodyMarkdown } from "../convert/body-from-markdown-rules";
import type { ConvertedBody, ConvertToBodyInput } from "../convert/convert-contract";

/**
 * A file of Markdown, plain text, HTML or Word as prose. Pictures of a Word document are kept in the workspace. Throws
 * INVALID or LIMIT with a sentence.
 */
export async function convertToBody(
  scope: Scope<"draft.edit">,
  { fileName, file }: ConvertToBodyInput,
): Promise<ConvertedBody> {
  const bytes = Buffer.from(file, "base64");
  if (/\.docx$/i.test(fileName)) {
    const keep = async (picture: Buffer) => {
      try {
        return (
          await uploadPicture(scope, {
            workspaceId: scope.workspaceId,
            picture: picture.toString("base64"),
            use: "text",
          })
        ).pictureId;
      } catch (error) {
        // One that can't be shown is left out, and the note says how many are.
        if (error instanceof AppError) return null;
        throw error;
      }
    };
    const { body, left } = await readBodyDocx(bytes, keep);
    const notes = left === 0 ? [] : [left === 1 ? "One picture was left out." : `${left} pictures were left out.`];
    return { body: checked(body), notes };
  }
  const text = textOf(bytes, fileName);
  return { body: checked(/\.html?$/i.test(fileName) ? readBodyHtml(text) : readBodyMarkdown(text)), notes: [] };
}

function textOf(bytes: Buffer, fileName: string): string {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (!text.includes("\0")) return text.replace(/\r\n?/g, "\n");
  } catch {
    // No UTF-8: told below.
  }
  throw new AppError("INVALID", `“${fileName}” is no text in UTF-8, and no Word document. Paste what is in it.`);
}

/** Throws INVALID for nothing and LIMIT for too much; what the schema doesn't know was never made. */
function checked(body: Body): Body {
  if (body === null) throw new AppError("INVALID", "There are no words in this file.");
  const problem = bodyProblem(body);
  if (problem) throw new AppError("INVALID", problem);
  if (Buffer.byteLength(JSON.stringify(body)) > MAX_BODY_BYTES) {
    throw new AppError("LIMIT", "This file holds more than a text of 2 MB. Split it.");
  }
  bodySchema().nodeFromJSON(body).check();
  return body;
}
