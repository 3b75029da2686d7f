"use client";
import { SettingsError } from "@/features/workspaces/components/settings-error";

export default SettingsError;
