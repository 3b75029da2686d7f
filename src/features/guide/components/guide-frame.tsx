import type { ReactNode } from "react";
import { Page, PageTitle } from "@/ui/page";
import { GuideBar } from "./guide-bar";

interface GuideFrameProps {
  readonly title: string;
  readonly line: string;
  /** What the page consists of, listed beside it where the window has room. */
  readonly contents?: readonly { readonly id: string; readonly title: string }[] | undefined;
  readonly children: ReactNode;
}

/** What the guide's pages share: the line on top, a title, and a list of the page's sections beside the text. */
export function GuideFrame({ title, line, contents = [], children }: GuideFrameProps) {
  return (
    <>
      <div className="contents print:hidden">
        <GuideBar title={title} />
      </div>
      <div className="min-w-0 xl:grid xl:grid-cols-[minmax(0,1fr)_240px] print:block">
        <Page className="print:max-w-none print:p-0">
          <article className="max-w-[68ch] font-display text-prose print:max-w-none">
            <div className="font-ui text-text">
              <PageTitle title={title} description={line} size="44" />
              {children}
            </div>
          </article>
        </Page>
        {contents.length > 0 && (
          <nav aria-label="On this page" className="hidden pt-9 pe-6 xl:block print:hidden">
            <div className="sticky top-20">
              <p className="text-label text-ink-3">On this page</p>
              <ul className="mt-2 border-s">
                {contents.map((section) => (
                  <li key={section.id}>
                    <a
                      href={`#${section.id}`}
                      className="-ms-px block border-s border-transparent py-1 ps-3 text-ink-2 hover:border-ink hover:text-ink"
                    >
                      {section.title}
                    </a>
                  </li>
                ))}
              </ul>
            </div>
          </nav>
        )}
      </div>
    </>
  );
}
