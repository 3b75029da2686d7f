import { itemsAt } from "@/features/documents/field-rules";
import { readLinkCards } from "@/features/documents/links/use-cases/read-links";
import { readMeasured } from "@/features/personas/measured/use-cases/read-measured";
import { readSegmentMeasures } from "@/features/segments/measures/use-cases/read-segment-measures";
import type { Scope } from "@/server/access/open-scope";
import type { KindName } from "@/shared/document-kinds";
import { figuresNow } from "../data-now-rules";
import type { ReviewPacket, SegmentNow } from "../packet-contract";

/** Figures beside the size: of a segment by itself, and of each of several. */
const FIGURES = 5;
const FIGURES_EACH = 2;
const MOST_SEGMENTS = 3;
const MOST_FACTS = 8;

interface Judged {
  readonly kind: KindName;
  readonly documentId: string;
  readonly content: unknown;
}

/** What the newest data say to a segment or a persona; nothing to other kinds, and where nothing was measured. */
export async function readDataNow(
  scope: Scope<"document.read">,
  { kind, documentId, content }: Judged,
): Promise<Pick<ReviewPacket, "segments" | "facts">> {
  if (kind === "scenario") return { segments: [], facts: [] };
  const ids = kind === "segment" ? [documentId] : itemsAt(content, ["segments"]).map(({ id }) => id);
  const cards = (await readLinkCards(scope, ids)).filter((card) => card.kind === "segment");
  const segments: SegmentNow[] = [];
  for (const { id, title } of cards.slice(0, MOST_SEGMENTS)) {
    const { newest, baseline, dataName } = await readSegmentMeasures(scope, { documentId: id, version: null });
    if (!newest) continue;
    segments.push({
      id,
      title,
      dataName,
      frozenAsOf: baseline?.snapshot.asOf ?? null,
      asOf: newest.snapshot.asOf,
      figures: figuresNow(baseline, newest, cards.length > 1 ? FIGURES_EACH : FIGURES),
      sentence: newest.drift?.sentence ?? "",
    });
  }
  const facts = kind === "persona" ? await readMeasured(scope, documentId) : [];
  const contradictedFirst = facts.toSorted((one, other) => Number(other.isContradicted) - Number(one.isContradicted));
  return { segments, facts: contradictedFirst.slice(0, MOST_FACTS) };
}
