import { readFile } from "node:fs/promises";
import type { Scope } from "@/server/access/open-scope";
import { appFiles } from "@/server/files/file-store";
import { AppError } from "@/shared/errors";
import type { ImportDetails, ImportLines } from "../import-contract";
import { findImport, findPlan } from "../import-queries";

/** Throws NOT_FOUND. */
export async function readImport({ tx, workspaceId }: Scope<"data.import">, importId: string): Promise<ImportDetails> {
  const found = await findImport(tx, { workspaceId, importId });
  if (!found) throw new AppError("NOT_FOUND", "This import doesn’t exist any more.");
  const remembered = found.detected ? await findPlan(tx, workspaceId, found.detected.shape) : null;
  return { ...found, remembered };
}

/** What was refused or changed, line by line. It is gone with the snapshot, and once somebody was erased from that. */
export async function readImportLines({ fileName, report }: ImportDetails): Promise<ImportLines> {
  if (!report?.detailsKey) throw new AppError("BLOCKED", "There is nothing to tell line by line of this import.");
  const csv = await appFiles()
    .local(report.detailsKey)
    .then((path) => readFile(path, "utf8"))
    .catch(() => {
      throw new AppError("NOT_FOUND", "The list of lines was deleted with the data.");
    });
  const base = fileName.replace(/\.[^.]{1,10}$/, "").slice(0, 120) || "import";
  return { fileName: `${base}, report.csv`, csv };
}
