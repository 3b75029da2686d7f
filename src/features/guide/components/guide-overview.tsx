import { CHAPTER_NAMES, chapterPath, GLOSSARY_PATH, GUIDE_CHAPTERS } from "@/shared/guide-chapters";
import { GuideFrame } from "./guide-frame";
import { WorkspaceLink } from "./workspace-link";

/** The chapters, each with what one knows after reading it. */
export function GuideOverview() {
  return (
    <GuideFrame
      title="Guide"
      line="How to work with Dramatis, in chapters of two or three minutes. Read the first one, then what you need."
    >
      <ol className="divide-y border-y">
        {CHAPTER_NAMES.map((name, at) => (
          <Row key={name} path={chapterPath(name)} mark={String(at + 1)} {...GUIDE_CHAPTERS[name]} />
        ))}
      </ol>
      <ul className="mt-6 divide-y border-y">
        <Row
          path={GLOSSARY_PATH}
          title="Glossary"
          line="The words of the product, each in one sentence, and what is taken for one another told apart."
        />
      </ul>
    </GuideFrame>
  );
}

interface RowProps {
  readonly path: string;
  readonly mark?: string | undefined;
  readonly title: string;
  readonly line: string;
}

function Row({ path, mark, title, line }: RowProps) {
  return (
    <li>
      <WorkspaceLink path={path} className="group grid grid-cols-[2rem_minmax(0,1fr)] gap-x-2 py-3.5">
        <span aria-hidden="true" className="pt-1 text-ink-3 tabular-nums">
          {mark}
        </span>
        <span className="min-w-0">
          <span className="block font-display text-display-20 underline decoration-transparent underline-offset-4 group-hover:decoration-line-strong">
            {title}
          </span>
          <span className="mt-0.5 block text-ink-2">{line}</span>
        </span>
      </WorkspaceLink>
    </li>
  );
}
