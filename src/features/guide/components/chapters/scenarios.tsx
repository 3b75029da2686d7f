import type { ChapterContent } from "../guide-content";
import { Advice, Chapter, P, Points, Term, To, Ui } from "../guide-words";

export const scenarios: ChapterContent = {
  opening: (
    <P>
      A persona says who somebody is. A scenario says what happens to them: where they are, what sets it off, how it
      ends, and what you must offer there. It is the place where a persona turns into something to build, write or say.
    </P>
  ),
  sections: [
    {
      id: "beginning",
      title: "Beginning one",
      body: (
        <>
          <P>
            Press <Ui>New scenario</Ui> on the <To path="/scenarios">Scenarios</To> page, or <Ui>Write a scenario</Ui>{" "}
            in the menu of a persona. Say who leads the story and who supports it. Each persona is pinned at the version
            that you know: when a newer one is published, the scenario says so, and you decide whether the story still
            fits.
          </P>
          <P>
            The templates give a story its headings, from who and where to what we must offer. Keep them or write over
            them.
          </P>
        </>
      ),
    },
    {
      id: "writing",
      title: "Writing together",
      body: (
        <>
          <P>
            Several people may write at the same time. You see where the others are, and their names at their carets.
            Nobody overwrites anybody: in one text all letters are kept. If you go offline, go on; it is joined when you
            are back.
          </P>
          <P>
            Type <Ui>/</Ui> at the start of a line to put something in:
          </P>
          <Points>
            <li>
              <Ui>Story beat</Ui>: a step of the story and how they feel at it. The beats together draw a line of
              feelings.
            </li>
            <li>
              <Ui>Need</Ui>: what you must offer. All needs of all scenarios stand together in{" "}
              <To path="/scenarios/needs">one list</To>, each with the story that it comes from.
            </li>
            <li>
              <Ui>Persona, segment or scenario</Ui>: a chip that leads there and knows its version. Typing @ does the
              same.
            </li>
            <li>
              <Ui>Claim</Ui>: what a persona says, in the words of its version.
            </li>
            <li>Headings, lists, tasks, tables, pictures, quotes and links, as in any editor.</li>
          </Points>
          <P>
            What you paste from Word or a web page keeps its headings, lists, tables and links. A whole file can be put
            in as well.
          </P>
        </>
      ),
    },
    {
      id: "good",
      title: "A good scenario",
      body: (
        <>
          <Points>
            <li>It tells one situation, in a page or less.</li>
            <li>It begins with something that happens, not with your product.</li>
            <li>It says how the persona feels, and when that changes.</li>
            <li>It ends in one to three needs, worded as what they need and not as what you have.</li>
          </Points>
          <Advice>
            Read it to somebody who talks to customers. Where they say “that’s not how it goes”, you have found what the
            scenario is for.
          </Advice>
          <P>
            The rest is as with every document: comment on words, propose others, publish, compare, review. See{" "}
            <Chapter name="comments-and-proposals">Comments and proposals</Chapter> and{" "}
            <Chapter name="drafts-and-versions">Drafts, versions and approval</Chapter>. Viewers see a{" "}
            <Term name="need">need</Term> in the list as soon as its scenario is published.
          </P>
        </>
      ),
    },
  ],
  trials: [
    { label: "See the scenarios", path: "/scenarios" },
    { label: "Read the needs", path: "/scenarios/needs" },
    { label: "Import scenarios", path: "/scenarios/import", permission: "draft.edit" },
  ],
};
