import { router } from "@/server/trpc/procedures";
import { datasetProcedures } from "./dataset-procedures";
import { importProcedures } from "./importing/import-procedures";
import { uploadProcedures } from "./importing/upload/upload-procedures";
import { privacyProcedures } from "./privacy/privacy-procedures";

export const datasetRouter = router({
  ...datasetProcedures,
  ...importProcedures,
  ...uploadProcedures,
  ...privacyProcedures,
});
