import { DEMO_PEOPLE } from "@/shared/demo-people";
import type { DataDirectory } from "./data-directory";
import type { Settings } from "./settings";

export interface Facts {
  readonly settings: Settings;
  readonly data: DataDirectory;
  readonly hasMailServer: boolean;
  readonly isEmbedded: boolean;
  readonly seconds: number;
}

/** What one needs to know to begin. */
export function summary({ settings, data, hasMailServer, isEmbedded, seconds }: Facts): string {
  const lines = ["", `  Dramatis is ready at ${settings.appUrl} (${seconds.toFixed(1)} s)`, ""];
  if (settings.isDemo && DEMO_PEOPLE.length > 0) {
    lines.push("  Sign in as one of the demo's people:");
    const width = Math.max(...DEMO_PEOPLE.map(({ email }) => email.length));
    for (const { email, password, name, role } of DEMO_PEOPLE) {
      lines.push(`    ${email.padEnd(width)}  ${password}  ${name}, ${role}`);
    }
    lines.push("  To have the demo as on its first day: npm run demo:reset", "");
  }
  lines.push(`  Data lies in ${data.path}${isEmbedded ? ", the database with it" : ""}`);
  if (!hasMailServer) lines.push(`  Mail isn't sent, but lies in ${data.file("outbox")}`);
  lines.push("  Ctrl-C stops everything", "");
  return lines.join("\n");
}
