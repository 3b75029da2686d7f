// How long a workspace keeps what needn't be kept for good.

/** Days that new datasets are offered for their snapshots; null keeps one until somebody deletes it. */
export const SNAPSHOT_DAYS = [90, 180, 365, 730, 1_095, null] as const;
/** Days for the log of letters and calls, and for notices that were read. */
export const LOG_DAYS = [30, 90, 180, 365, 730] as const;

export interface RetentionPolicy {
  readonly snapshotDays: number | null;
  readonly deliveryDays: number;
  readonly noticeDays: number;
}

/** "2 years", "90 days", "Until somebody deletes it". */
export function keptText(days: number | null): string {
  if (days === null) return "Until somebody deletes it";
  const [n, unit] = days % 365 === 0 ? [days / 365, "year"] : [days, "day"];
  return `${n.toLocaleString("en")} ${unit}${n === 1 ? "" : "s"}`;
}

/** For the audit log: "snapshots: 2 years, deliveries: 90 days, read notices: 1 year". */
export function retentionWords({ snapshotDays, deliveryDays, noticeDays }: RetentionPolicy): string {
  const snapshots = keptText(snapshotDays).toLowerCase();
  return `snapshots ${snapshots}, deliveries ${keptText(deliveryDays)}, read notices ${keptText(noticeDays)}`;
}
