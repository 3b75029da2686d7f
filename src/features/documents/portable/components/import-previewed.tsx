"use client";
import { useMutation } from "@tanstack/react-query";
import { ArrowLeft } from "lucide-react";
import { useRouter } from "next/navigation";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { Notice } from "@/ui/notice";
import { Section } from "@/ui/section";
import { toast } from "@/ui/toast";
import { documentPath, KIND_PLACES, listPath } from "../../components/document-link";
import { useDocumentApi } from "../../components/use-document-api";
import { useDocumentRefresh } from "../../components/use-document-refresh";
import type { ImportPreview } from "../portable-contract";
import { MAX_IMPORTED } from "../portable-rules";
import { importTargets } from "../target-rules";
import { type ImportChoice, ImportDocument } from "./import-document";
import type { ImportPageProps } from "./import-page-props";
import { ImportPieces } from "./import-pieces";
import type { ImportSourceText } from "./use-kept-source";

interface ImportPreviewedProps extends ImportPageProps {
  readonly file: ImportSourceText;
  readonly preview: ImportPreview;
  readonly onBack: () => void;
  /** Called when the documents are there. */
  readonly onDone: () => void;
}

/** What was found, with names to fix and pieces to move; nothing is made before the last button. */
export function ImportPreviewed(props: ImportPreviewedProps) {
  const { kind, fields, rest, subtitle, file, preview, onBack, onDone } = props;
  const { id: workspaceId, slug } = useWorkspace();
  const { one, many } = KIND_PLACES[kind];
  const router = useRouter();
  const api = useDocumentApi(kind);
  const refresh = useDocumentRefresh(kind);
  const [choices, setChoices] = useState<readonly ImportChoice[]>(() =>
    preview.documents.map(({ title, subtitle: line }, at) => ({ isChosen: at < MAX_IMPORTED, title, subtitle: line })),
  );
  const [moves, setMoves] = useState<ReadonlyMap<number, string>>(new Map());
  const [isTried, setTried] = useState(false);
  const tally = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    // The page is another one now: it is read from its beginning.
    window.scrollTo(0, 0);
    tally.current?.focus({ preventScroll: true });
  }, []);
  const make = useMutation(
    api.importDocuments.mutationOptions({
      onSuccess: async ({ documentIds }) => {
        const [only] = documentIds;
        const isOne = documentIds.length === 1 && only !== undefined;
        onDone();
        router.push(isOne ? documentPath(slug, kind, only) : listPath(slug, kind));
        toast(
          isOne
            ? `The ${one} is imported, as a draft.`
            : `${documentIds.length} ${many.toLowerCase()} are imported, as drafts.`,
        );
        await refresh();
      },
    }),
  );
  const chosen = choices.flatMap((choice, at) => (choice.isChosen ? [{ ...choice, at }] : []));
  const targets = useMemo(() => importTargets(fields), [fields]);
  const move = useCallback(
    (pieces: readonly number[], to: string) =>
      setMoves((before) => new Map([...before, ...pieces.map((piece) => [piece, to] as const)])),
    [],
  );
  const importThem = () => {
    setTried(true);
    if (make.isPending || chosen.some(({ title }) => title.trim() === "")) return;
    make.mutate({
      workspaceId,
      ...file,
      documents: chosen.map(({ at, title, subtitle: line }) => ({
        at,
        title,
        ...(subtitle && line !== preview.documents[at]?.subtitle && { subtitle: line }),
      })),
      moves: [...moves].map(([piece, to]) => ({ piece, to })),
    });
  };
  const count = preview.documents.length;
  const whatMakes = chosen.length === 1 ? `Import 1 ${one}` : `Import ${chosen.length} ${many.toLowerCase()}`;
  const blocked = blockOf(chosen.length, one);
  return (
    <div className="grid gap-5">
      <div className="sticky top-14 z-[5] -mx-4 flex flex-wrap items-center gap-2 border-b bg-paper px-4 py-2.5 max-sm:static sm:-mx-8 sm:px-8">
        <Button icon={<ArrowLeft aria-hidden="true" className="size-4" />} onClick={onBack}>
          Back to the text
        </Button>
        <p ref={tally} tabIndex={-1} className="me-auto rounded-s text-ink-2 outline-none">
          {count === 1 ? `1 ${one}` : `${count} ${many.toLowerCase()}`} found in{" "}
          <bdi className="wrap-anywhere">{file.fileName}</bdi>
        </p>
        <Button
          variant="primary"
          pending={make.isPending}
          pendingLabel="Importing…"
          onClick={importThem}
          {...(blocked && { disabledReason: blocked })}
        >
          {whatMakes}
        </Button>
      </div>
      {make.isError && (
        <Notice tone="error" title="Nothing was imported">
          {refusal(make.error).message}
        </Notice>
      )}
      {preview.documents.map((document, at) => (
        <ImportDocument
          key={document.at}
          document={document}
          choice={choices[at] ?? { isChosen: false, title: "", subtitle: "" }}
          onChoice={(choice) => setChoices(choices.map((before, index) => (index === at ? choice : before)))}
          isAlone={count === 1}
          isOpenAtFirst={at === 0}
          isTried={isTried}
          one={one}
          subtitle={subtitle}
          pieces={<ImportPieces pieces={document.pieces} targets={targets} rest={rest} moves={moves} onMove={move} />}
          counted={countOf(document.pieces, moves, rest)}
        />
      ))}
      {preview.around.length > 0 && (
        <Section
          title="Around them"
          hint={`Belongs to none of them; it goes with the first ${one} that you import.`}
          hasLine
        >
          <ImportPieces pieces={preview.around} targets={targets} rest={rest} moves={moves} onMove={move} />
        </Section>
      )}
    </div>
  );
}

function blockOf(chosen: number, one: string): string | undefined {
  if (chosen === 0) return `Choose at least one ${one}.`;
  return chosen > MAX_IMPORTED ? `Up to ${MAX_IMPORTED} at once. Import the others after these.` : undefined;
}

/** How much of it has a field, in words. */
function countOf(
  pieces: ImportPreview["around"],
  moves: ReadonlyMap<number, string>,
  rest: ImportPageProps["rest"],
): string {
  const said = pieces.filter(({ isLabel }) => !isLabel);
  const without = said.filter(({ number, to, isMeant }) => !isMeant && (moves.get(number) ?? to) === rest.place).length;
  if (said.length === 0) return "Only a name";
  return without === 0
    ? `${said.length} pieces, each with a place`
    : `${said.length} pieces, ${without} of them kept in the ${rest.name}`;
}
