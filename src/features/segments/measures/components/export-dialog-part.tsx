"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { DOWNLOAD_PATH } from "@/shared/api-convention";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import { Dialog } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { Notice } from "@/ui/notice";
import { Select } from "@/ui/select";
import type { Exported } from "./exported";

interface ExportDialogProps extends Exported {
  readonly open: boolean;
  readonly onClose: () => void;
}

const FORMATS = [
  { value: "csv", label: "CSV" },
  { value: "parquet", label: "Parquet" },
] as const;
const TITLES = {
  members: "Export the members",
  entered: "Export who entered",
  left: "Export who left",
  counts: "Export the counts",
};

/** Which columns, and how. The download begins in the browser and stands in the audit log. */
export function ExportDialogPart({ open, onClose, what, ...of }: ExportDialogProps) {
  const { workspaceId, documentId, version, snapshotId } = of;
  const trpc = useTRPC();
  const [format, setFormat] = useState<"csv" | "parquet">("csv");
  const [hasMark, setMark] = useState(true);
  const [columns, setColumns] = useState<ReadonlySet<string>>(new Set());
  const isCounts = what === "counts";
  const { data = [], error } = useQuery(
    trpc.segments.exportColumns.queryOptions({ workspaceId, documentId }, { enabled: open && !isCounts }),
  );
  const query = new URLSearchParams({ workspaceId, documentId, what, format, bom: hasMark ? "1" : "0" });
  if (version !== null) query.set("version", String(version));
  if (snapshotId !== null) query.set("snapshotId", snapshotId);
  if (columns.size > 0) query.set("columns", [...columns].join(","));
  const toggle = (id: string) => {
    const next = new Set(columns);
    if (!next.delete(id)) next.add(id);
    setColumns(next);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(isOpen) => isOpen || onClose()}
      title={TITLES[what]}
      description="Whoever exports customer data stands in the audit log, with what they took."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            onClick={() => {
              window.location.assign(`${DOWNLOAD_PATH}?${query}`);
              onClose();
            }}
          >
            Download
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        {error && <Notice tone="error">{refusal(error).message}</Notice>}
        {!isCounts && (
          <Field label="Format">
            <Select options={FORMATS} value={format} onValueChange={setFormat} />
          </Field>
        )}
        {format === "csv" && (
          <Checkbox
            label="For a spreadsheet"
            hint="With a mark at the beginning that tells the encoding"
            checked={hasMark}
            onChange={() => setMark(!hasMark)}
          />
        )}
        {!isCounts && data.length > 0 && (
          <fieldset className="min-w-0">
            <legend className="mb-1 font-semibold">Columns beside the customer’s id</legend>
            <div className="grid max-h-64 gap-1.5 overflow-y-auto sm:grid-cols-2">
              {data.map(({ id, label, isPersonal }) => (
                <Checkbox
                  key={id}
                  label={isPersonal ? `${label} (personal)` : label}
                  checked={columns.has(id)}
                  onChange={() => toggle(id)}
                />
              ))}
            </div>
          </fieldset>
        )}
      </div>
    </Dialog>
  );
}
