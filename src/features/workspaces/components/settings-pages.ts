// The pages of the settings, in the order of the side list. The command menu knows them from here.
import type { Permission } from "@/shared/permissions";

export interface SettingsPage {
  readonly label: string;
  /** Below /w/<slug>. */
  readonly path: string;
  /** Under the title. */
  readonly hint: string;
  /** Hidden from those who may not. */
  readonly permission?: Permission | undefined;
}

export interface SettingsGroup {
  readonly label: string;
  readonly pages: readonly SettingsPage[];
}

export const SETTINGS_GROUPS: readonly SettingsGroup[] = [
  {
    label: "You",
    pages: [
      {
        label: "Profile",
        path: "/settings/profile",
        hint: "Your name and your address, the same in every workspace.",
      },
      {
        label: "Notifications",
        path: "/settings/notifications",
        hint: "What you want to hear from this workspace; others have their own. In the app you are told of everything.",
      },
      {
        label: "Security",
        path: "/settings/security",
        hint: "How you sign in, where you are signed in, and the way out.",
      },
    ],
  },
  {
    label: "Workspace",
    pages: [
      { label: "General", path: "/settings", hint: "What the workspace is called, and where its days begin." },
      { label: "Members", path: "/settings/members", hint: "Who belongs to the workspace, and what each may do." },
      {
        label: "Sign-in",
        path: "/settings/sign-in",
        hint: "How members enter, and who may be invited.",
        permission: "workspace.configure",
      },
      {
        label: "Policies",
        path: "/settings/policy",
        hint: "What has to happen before a draft becomes a version.",
        permission: "workspace.configure",
      },
      {
        label: "Fields",
        path: "/settings/fields",
        hint: "What your documents have beside what every workspace has.",
        permission: "workspace.configure",
      },
      {
        label: "Verification",
        path: "/settings/verification",
        hint: "How often somebody says whether a document is still true.",
        permission: "workspace.configure",
      },
      {
        label: "Data retention",
        path: "/settings/retention",
        hint: "How long things are kept, and what is kept for good.",
        permission: "workspace.configure",
      },
      {
        label: "Webhooks",
        path: "/settings/webhooks",
        hint: "Who else is told what happens.",
        permission: "workspace.configure",
      },
      {
        label: "Deliveries",
        path: "/settings/deliveries",
        hint: "What left the workspace by mail or webhook.",
        permission: "workspace.configure",
      },
      {
        label: "Audit log",
        path: "/settings/audit",
        hint: "Who changed who may do what, and who published.",
        permission: "audit.read",
      },
      {
        label: "Danger zone",
        path: "/settings/danger",
        hint: "What you can’t simply take back: handing over, leaving, deleting.",
      },
    ],
  },
];
