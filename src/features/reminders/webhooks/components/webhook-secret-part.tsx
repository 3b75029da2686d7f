"use client";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { ShownOnce } from "../../components/shown-once";

interface WebhookSecretProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly secret: string;
  /** Whether there was one before. */
  readonly isRenewed?: boolean;
}

export function WebhookSecretPart({ open, onOpenChange, secret, isRenewed = false }: WebhookSecretProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="The secret of this webhook"
      description="With it the other side can tell our calls from anybody’s: they are signed by the Standard Webhooks scheme, for which there are libraries in most languages."
      footer={
        <Button variant="primary" onClick={() => onOpenChange(false)}>
          I have kept it
        </Button>
      }
    >
      <ShownOnce
        label="Secret"
        value={secret}
        hint={
          isRenewed
            ? "It is shown this once. Calls are signed with the one before as well for a day."
            : "It is shown this once."
        }
      />
    </Dialog>
  );
}
