import type { ChapterContent } from "../guide-content";
import { Advice, Chapter, P, Points, Steps, Term, To, Ui } from "../guide-words";

export const startHere: ChapterContent = {
  opening: (
    <P>
      Every company has a picture of its customers. It is drawn once, shown once, and then the world moves on. Dramatis
      is the place where that picture is kept true: where you can see of every statement which version it is, what it
      rests on, and when somebody last said that it still holds.
    </P>
  ),
  sections: [
    {
      id: "three-kinds",
      title: "Three kinds of documents",
      body: (
        <>
          <P>You write three things here, and they build on one another.</P>
          <Points>
            <li>
              A <Term name="segment">segment</Term> says <em>who you target</em>, and how many they are. It is a rule
              over your customer data, or a description in words until you have data.
            </li>
            <li>
              A <Term name="persona">persona</Term> says <em>who you talk to</em>: a made-up person with a name and a
              face, who stands for one or more segments.
            </li>
            <li>
              A <Term name="scenario">scenario</Term> says <em>what happens to them</em>: a short story that ends in
              what you must offer.
            </li>
          </Points>
          <P>
            All three work alike. You write in a <Term name="draft">draft</Term>, alone or with others at the same time.
            When it is good you publish it, and it becomes a <Term name="version">version</Term> that never changes
            again. Then you go on writing in the draft, until there is a next one.
          </P>
        </>
      ),
    },
    {
      id: "the-loop",
      title: "The loop",
      body: (
        <>
          <Steps>
            <li>
              <strong>Know.</strong> Bring in an export of your shop or your customer list. You can also begin without.
            </li>
            <li>
              <strong>Segment.</strong> Build a rule and watch the count while you type. Publish what makes sense.
            </li>
            <li>
              <strong>Personify.</strong> Begin a persona from a segment: what was measured of its customers is filled
              in. Add goals and pain points, one fact each.
            </li>
            <li>
              <strong>Put in context.</strong> Write down together what happens to the persona, and mark the needs.
            </li>
            <li>
              <strong>Review.</strong> After a while, or when the data move, somebody is asked: is this still true? The
              answer is kept, whatever it is.
            </li>
          </Steps>
          <Advice>
            “Nothing has changed” is a good answer. Verify often, change rarely: a persona that was confirmed last month
            is worth more than one that was rewritten last year.
          </Advice>
        </>
      ),
    },
    {
      id: "finding-your-way",
      title: "Finding your way",
      body: (
        <>
          <P>
            <To path="">Today</To> is your first page. Under <Ui>Needs you</Ui> stands what waits for you: reviews that
            are due, tasks, approvals. Beside it you see what is coming up and how much of what your team has published
            can be relied on. As long as the workspace is young, five <Ui>First steps</Ui> lead you through the loop
            once.
          </P>
          <P>
            The list at the side leads to everything else; on a phone it opens by the button at the top left. To find a
            document by any word in it, or to do something without knowing where it stands, press the magnifier beside
            the name Dramatis: it finds documents, pages, and the chapters of this guide. How to do that without a mouse
            is told in <Chapter name="keyboard">Keyboard</Chapter>.
          </P>
        </>
      ),
    },
    {
      id: "saving",
      title: "There is no save button",
      body: (
        <P>
          What you write is kept while you write. The line on top of a document says <Ui>Saving…</Ui> and then{" "}
          <Ui>Saved</Ui>, which means that it is on disk. When the connection breaks, go on: it is sent when the
          connection is back. Nobody but your team sees a draft, and readers see none of it until you publish.
        </P>
      ),
    },
  ],
  trials: [
    { label: "Open Today", path: "" },
    { label: "Import customer data", path: "/data/import", permission: "data.import" },
    { label: "See the personas", path: "/personas" },
    { label: "Look up a word", path: "/guide/glossary" },
  ],
};
