// Customer data by the product's own way in, without its screens, for tests whose story begins later.
import { expect } from "@playwright/test";
import { API_HEADERS, UPLOAD_PATH } from "../../src/shared/api-convention";
import type { Person } from "../fixtures";
import { ground } from "./ground";

/** Imports a CSV file of customers as it was understood; the answer is the dataset. */
export async function importCustomers(
  { api, context }: Pick<Person, "api" | "context">,
  workspaceId: string,
  { csv, name, asOf }: { readonly csv: string; readonly name: string; readonly asOf: string },
): Promise<{ readonly id: string; readonly name: string }> {
  const answer = await context.request.put(`${UPLOAD_PATH}/${workspaceId}?name=${encodeURIComponent(`${name}.csv`)}`, {
    headers: { ...API_HEADERS, origin: ground().url, "content-type": "application/octet-stream" },
    data: Buffer.from(csv),
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  const { importId } = (await answer.json()) as { importId: string };
  const looked = async () => (await api.datasets.upload.query({ workspaceId, importId })).detected;
  await expect.poll(looked, { timeout: 30_000 }).not.toBeNull();
  const detected = await looked();
  if (!detected) throw new Error("the file was not understood");
  const { format, subject, columns, cancelled } = detected;
  await api.datasets.startImport.mutate({
    workspaceId,
    importId,
    plan: {
      ...{ format, subject, asOf, timeZone: "UTC", cancelled },
      columns: columns.map(({ position: _p, examples: _e, filled: _f, isDateOrderUnsure: _u, ...column }) => column),
    } as Parameters<typeof api.datasets.startImport.mutate>[0]["plan"],
    dataset: { name, purpose: "To see who our customers are", retentionDays: null },
  });
  const imported = () => api.datasets.readImport.query({ workspaceId, importId });
  await expect.poll(async () => (await imported()).state, { timeout: 60_000 }).toBe("done");
  const { dataset } = await imported();
  if (!dataset) throw new Error("the import made no dataset");
  return dataset;
}
