"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ArrowDown, ArrowUp, Pencil, Undo2, X } from "lucide-react";
import { useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { CardRow } from "@/ui/card";
import { Menu } from "@/ui/menu";
import { toast } from "@/ui/toast";
import type { ExtraField } from "../extra-field-contract";
import { EXTRA_FIELD_SHAPES } from "../extra-field-rules";
import { ExtraFieldDialog } from "./extra-field-dialog";

interface ExtraFieldRowProps {
  readonly field: ExtraField;
  /** All fields of the kind that are offered, in order. */
  readonly ids: readonly string[];
  readonly place: number;
}

/** A field with what can be done to it. */
export function ExtraFieldRow({ field, ids, place }: ExtraFieldRowProps) {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [isChanging, setChanging] = useState(false);
  const { id: fieldId, kind, label, hint, shape, isWithdrawn } = field;
  const after = {
    onSuccess: () => queries.invalidateQueries(trpc.extraFields.list.queryFilter({ workspaceId })),
    onError: (error: unknown) => toast(refusal(error).message, { tone: "error" }),
  };
  const bringBack = useMutation(trpc.extraFields.bringBack.mutationOptions(after));
  const order = useMutation(trpc.extraFields.order.mutationOptions(after));
  const withdraw = useMutation(
    trpc.extraFields.withdraw.mutationOptions({
      ...after,
      onSuccess: () => {
        toast(`${label} is no longer offered.`, {
          action: { label: "Undo", onClick: () => bringBack.mutate({ workspaceId, fieldId }) },
        });
        return after.onSuccess();
      },
    }),
  );
  const move = (by: 1 | -1) => {
    const fieldIds = ids.filter((id) => id !== fieldId);
    order.mutate({ workspaceId, kind, fieldIds: fieldIds.toSpliced(place + by, 0, fieldId) });
  };
  return (
    <CardRow>
      <div className="min-w-0 flex-1 basis-48">
        <p dir="auto" className="font-strong wrap-anywhere">
          {label}
        </p>
        {hint && (
          <p dir="auto" className="text-small text-ink-2 wrap-anywhere">
            {hint}
          </p>
        )}
      </div>
      <span className="text-small text-ink-3">{EXTRA_FIELD_SHAPES[shape]}</span>
      {isWithdrawn ? (
        <Button
          size="s"
          icon={<Undo2 aria-hidden="true" className="size-3.5" />}
          pending={bringBack.isPending}
          onClick={() => bringBack.mutate({ workspaceId, fieldId })}
        >
          Bring back
        </Button>
      ) : (
        <Menu
          label={`More for ${label}`}
          entries={[
            { kind: "act", label: "Change", icon: <Pencil className="size-4" />, onSelect: () => setChanging(true) },
            {
              kind: "act",
              label: "Move up",
              icon: <ArrowUp className="size-4" />,
              isDisabled: place === 0,
              onSelect: () => move(-1),
            },
            {
              kind: "act",
              label: "Move down",
              icon: <ArrowDown className="size-4" />,
              isDisabled: place === ids.length - 1,
              onSelect: () => move(1),
            },
            {
              kind: "act",
              label: "Withdraw",
              hint: "Documents that use it keep it",
              icon: <X className="size-4" />,
              onSelect: () => withdraw.mutate({ workspaceId, fieldId }),
            },
          ]}
        />
      )}
      {isChanging && <ExtraFieldDialog kind={kind} field={field} open={isChanging} onOpenChange={setChanging} />}
    </CardRow>
  );
}
