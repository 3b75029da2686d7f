import { router } from "@/server/trpc/procedures";
import { datasetProcedures } from "./dataset-procedures";
import { uploadProcedures } from "./importing/upload/upload-procedures";
import { privacyProcedures } from "./privacy/privacy-procedures";

export const datasetRouter = router({
  ...datasetProcedures,
  ...uploadProcedures,
  ...privacyProcedures,
});
