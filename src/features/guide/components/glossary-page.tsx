import { GLOSSARY, TERM_NAMES, type Term, type TermName } from "@/shared/glossary";
import { chapterPath, GUIDE_CHAPTERS } from "@/shared/guide-chapters";
import { TERM_CHAPTERS, TERM_PAIRS } from "../term-chapter-rules";
import { GuideFrame } from "./guide-frame";
import { WorkspaceLink } from "./workspace-link";

const TOLD_APART = { id: "told-apart", title: "Told apart" };
const ALL_WORDS = { id: "all-words", title: "All words" };

/** The words of the product; the anchor of each is its name, which hints elsewhere lead to. */
export function GlossaryPage() {
  return (
    <GuideFrame
      title="Glossary"
      line="The words of the product, each in one sentence."
      contents={[TOLD_APART, ALL_WORDS, ...TERM_NAMES.map((id) => ({ id, title: termOf(id).word }))]}
    >
      <h2 id={TOLD_APART.id} className="font-display text-display-28">
        {TOLD_APART.title}
      </h2>
      <div className="mt-3 divide-y border-y">
        {TERM_PAIRS.map(([one, other]) => (
          <Pair key={`${one} ${other}`} one={one} other={other} />
        ))}
      </div>
      <h2 id={ALL_WORDS.id} className="mt-10 font-display text-display-28">
        {ALL_WORDS.title}
      </h2>
      <dl className="mt-3 divide-y border-y">
        {TERM_NAMES.map((name) => (
          <Entry key={name} name={name} />
        ))}
      </dl>
    </GuideFrame>
  );
}

function termOf(name: TermName): Term {
  return GLOSSARY[name];
}

function Pair({ one, other }: { readonly one: TermName; readonly other: TermName }) {
  return (
    <section className="break-inside-avoid py-4">
      <h3 className="font-display text-display-20">
        {termOf(one).word} or {termOf(other).word.toLowerCase()}?
      </h3>
      <div className="mt-2 grid gap-x-8 gap-y-3 sm:grid-cols-2">
        {[one, other].map((name) => (
          <p key={name} className="text-ink-2">
            <a href={`#${name}`} className="rounded-[2px] font-strong text-ink underline underline-offset-4">
              {termOf(name).word}
            </a>
            <br />
            {termOf(name).sentence}
          </p>
        ))}
      </div>
    </section>
  );
}

function Entry({ name }: { readonly name: TermName }) {
  const { word, sentence, more } = termOf(name);
  const chapter = TERM_CHAPTERS[name];
  return (
    <div
      id={name}
      className="grid scroll-mt-20 break-inside-avoid gap-x-6 gap-y-1 py-4 target:bg-sunk sm:grid-cols-[9rem_minmax(0,1fr)]"
    >
      <dt className="font-display text-display-20">{word}</dt>
      <dd>
        <p className="font-display text-prose">{sentence}</p>
        {more && <p className="mt-1.5 text-ink-2">{more}</p>}
        <p className="mt-1.5 text-small text-ink-3 print:hidden">
          Read more in{" "}
          <WorkspaceLink
            path={chapterPath(chapter)}
            className="rounded-[2px] underline decoration-line-strong underline-offset-4 hover:text-ink"
          >
            {GUIDE_CHAPTERS[chapter].title}
          </WorkspaceLink>
        </p>
      </dd>
    </div>
  );
}
