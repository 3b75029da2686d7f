"use client";
import { RenameForm } from "./rename-form";
import { TimeZoneForm } from "./time-zone-form";

/** What the workspace is called and where its days begin. */
export function WorkspaceSettings() {
  return (
    <>
      <RenameForm />
      <TimeZoneForm />
    </>
  );
}
