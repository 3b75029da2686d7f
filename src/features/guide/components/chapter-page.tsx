import { ArrowLeft, ArrowRight } from "lucide-react";
import { GLOSSARY } from "@/shared/glossary";
import { type ChapterName, chapterPath, GUIDE_CHAPTERS } from "@/shared/guide-chapters";
import { neighboursOf, termsOf } from "../term-chapter-rules";
import { CHAPTERS } from "./chapters";
import type { ChapterContent, GuideSection } from "./guide-content";
import { GuideFrame } from "./guide-frame";
import { Term } from "./guide-words";
import { TryIt, WorkspaceLink } from "./workspace-link";

/** One chapter: its text, what one may try, the words it explains, and the ways on. */
export function ChapterPage({ name }: { readonly name: ChapterName }) {
  const { title, line } = GUIDE_CHAPTERS[name];
  const { opening, sections, trials }: ChapterContent = CHAPTERS[name];
  return (
    <GuideFrame title={title} line={line} contents={sections}>
      <div className="font-display text-prose">{opening}</div>
      {sections.map((section) => (
        <ChapterSection key={section.id} {...section} />
      ))}
      <TryIt trials={trials} />
      <Words chapter={name} />
      <Ways chapter={name} />
    </GuideFrame>
  );
}

function ChapterSection({ id, title, body }: GuideSection) {
  return (
    <section aria-labelledby={id} className="mt-10">
      <h2 id={id} className="break-after-avoid font-display text-display-28 wrap-anywhere">
        {title}
      </h2>
      <div className="mt-3 font-display text-prose">{body}</div>
    </section>
  );
}

function Words({ chapter }: { readonly chapter: ChapterName }) {
  const terms = termsOf(chapter);
  if (terms.length === 0) return null;
  return (
    <section aria-labelledby="words" className="mt-10">
      <h2 id="words" className="text-section">
        Words of this chapter
      </h2>
      <dl className="mt-3 divide-y border-y">
        {terms.map((term) => (
          <div key={term} className="grid gap-x-6 gap-y-0.5 py-2.5 sm:grid-cols-[9rem_minmax(0,1fr)]">
            <dt className="font-strong">
              <Term name={term}>{GLOSSARY[term].word}</Term>
            </dt>
            <dd className="text-ink-2">{GLOSSARY[term].sentence}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Ways({ chapter }: { readonly chapter: ChapterName }) {
  const { previous, next } = neighboursOf(chapter);
  const way = "grid min-w-0 gap-0.5 rounded-m border bg-surface px-4 py-3 hover:border-line-strong";
  return (
    <nav aria-label="Chapters before and after" className="mt-12 grid gap-3 sm:grid-cols-2 print:hidden">
      {previous && (
        <WorkspaceLink path={chapterPath(previous)} className={way}>
          <span className="flex items-center gap-1.5 text-small text-ink-3">
            <ArrowLeft aria-hidden="true" className="size-3.5" /> Before
          </span>
          <span className="font-display text-display-20">{GUIDE_CHAPTERS[previous].title}</span>
        </WorkspaceLink>
      )}
      {next && (
        <WorkspaceLink path={chapterPath(next)} className={`${way} sm:col-start-2 sm:text-end`}>
          <span className="flex items-center gap-1.5 text-small text-ink-3 sm:justify-end">
            Next <ArrowRight aria-hidden="true" className="size-3.5" />
          </span>
          <span className="font-display text-display-20">{GUIDE_CHAPTERS[next].title}</span>
        </WorkspaceLink>
      )}
    </nav>
  );
}
