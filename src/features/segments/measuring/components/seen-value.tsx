import type { ShownTrait } from "../measuring-contract";
import { dayWords, numberWords } from "../part-words-rules";

interface SeenValueProps {
  readonly trait: ShownTrait;
  /** As it came; null where it is unknown. */
  readonly value: string | null;
}

/** A customer's value as one reads it. */
export function SeenValue({ trait, value }: SeenValueProps) {
  if (value === null) return <span className="text-ink-3">unknown</span>;
  if (value === "•••") return <span title="Personal: only editors see it">•••</span>;
  if (trait.type === "number") return <span className="tabular-nums">{numberWords(Number(value), trait.unit)}</span>;
  if (trait.type === "date") return <span className="whitespace-nowrap">{dayWords(value)}</span>;
  return <bdi className="wrap-anywhere">{value}</bdi>;
}
