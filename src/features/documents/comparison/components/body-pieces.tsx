import type { BodyMark } from "../../bodies/body-rules";
import { pieceWords } from "../body-attribute-rules";
import type { Piece } from "../body-change-rules";
import { piecesOf } from "../body-fold-rules";
import { MARKS, type ShownSide } from "./comparison-text";

/** A block's text with what differs marked; of one side alone only what that side says. */
export function BodyPieces({ pieces, shown }: { readonly pieces: readonly Piece[]; readonly shown: ShownSide }) {
  const list = shown === "both" ? pieces : piecesOf(shown, pieces);
  // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text have no other name.
  return list.map((piece, index) => <PieceView key={index} piece={piece} isBefore={shown === "before"} />);
}

function PieceView({ piece, isBefore }: { readonly piece: Piece; readonly isBefore: boolean }) {
  const { sign, text, was } = piece;
  if (sign === "marked") {
    return (
      <>
        <span className="underline decoration-info decoration-dotted decoration-2 underline-offset-[3px]">
          <PieceText {...(isBefore ? { text, ...was } : piece)} />
        </span>
        {!isBefore && <small className="text-small text-ink-3"> ({pieceWords(piece)})</small>}
      </>
    );
  }
  if (sign === "same") return <PieceText {...piece} />;
  const Mark = sign === "removed" ? "del" : "ins";
  return (
    <Mark className={MARKS[sign]}>
      <PieceText {...piece} />
    </Mark>
  );
}

const LOOKS: Readonly<Record<string, string>> = {
  bold: "font-semibold",
  italic: "italic",
  underline: "underline",
  strike: "line-through",
  code: "font-mono text-[0.92em]",
  highlight: "bg-due-soft",
  link: "underline underline-offset-2",
};

function PieceText({ text, marks = [], chip }: Pick<Piece, "text" | "marks" | "chip">) {
  const look = marks.map(({ type }: BodyMark) => LOOKS[type] ?? "").join(" ");
  if (!chip) return look ? <span className={look}>{text}</span> : text;
  return (
    <span className={`rounded-s bg-sunk px-1 ${look}`}>
      <bdi>{String(chip.title ?? text)}</bdi>{" "}
      <span className="text-small text-ink-3">{typeof chip.version === "number" ? `v${chip.version}` : "draft"}</span>
    </span>
  );
}
