// Answers of the data, on the wire.

export interface RowCount {
  readonly rowId: string;
  /** Customers whom the condition or box fits by itself. */
  readonly alone: number;
  /** The same customers would belong without it. */
  readonly isIdle: boolean;
  /** Of an exclusion: customers who would belong without it. Null of everything else. */
  readonly takesAway: number | null;
}
