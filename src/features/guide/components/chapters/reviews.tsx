import type { ChapterContent } from "../guide-content";
import { Advice, Chapter, P, Points, Steps, Term, To, Ui, Who, WhoFirst } from "../guide-words";

export const reviews: ChapterContent = {
  opening: (
    <P>
      A <Term name="review">review</Term> answers one question about a document: is this still true? It takes a minute
      alone, or an hour with the people who know. Either way the answer is kept.
    </P>
  ),
  sections: [
    {
      id: "alone",
      title: "Alone, in a minute",
      body: (
        <>
          <P>
            Open a document and press <Ui>Review</Ui>, or follow what stands on <To path="">Today</To>. On one page you
            find what changed since the version before, what the newest data say, which claims are assumptions, open
            threads and earlier reviews. Then you decide:
          </P>
          <Points>
            <li>
              <Ui>Still true</Ui>: it is confirmed as of today, and the next review is counted from here.
            </li>
            <li>Publish the draft, if it says something newer.</li>
            <li>
              <Ui>Ask for changes</Ui>, with a note or with tasks for somebody and a day.
            </li>
            <li>
              <Ui>Retire</Ui>, with the reason that everybody who opens it will read.
            </li>
          </Points>
          <P>
            Reviewers decide on documents that they are named for as <Term name="verifier">verifier</Term>; editors on
            all. Publishing and retiring take <Who may="document.publish" />.
          </P>
        </>
      ),
    },
    {
      id: "planning",
      title: "Together: planning a session",
      body: (
        <>
          <P>
            <WhoFirst may="review.plan" /> press <Ui>Plan a session</Ui> under <To path="/reviews">Reviews</To>. What is
            overdue or drifting is offered for the agenda, and those who own and verify it as people to ask. A{" "}
            <Term name="session">session</Term> is a meeting at a time, or a window of days in which everybody looks
            when they can. Invitations go out by mail with an entry for the calendar.
          </P>
        </>
      ),
    },
    {
      id: "holding",
      title: "Holding it",
      body: (
        <>
          <Steps>
            <li>
              Whoever presents leads from document to document, and everybody’s page follows. One may look elsewhere and
              come back.
            </li>
            <li>
              Each marks claims as <Ui>Keep</Ui>, <Ui>Change</Ui>, <Ui>Remove</Ui> or <Ui>Unsure</Ui>, and votes:{" "}
              <Ui>Approve</Ui>, <Ui>Change</Ui> or <Ui>Retire</Ui>. What others said you see when you have spoken
              yourself, so that nobody follows the loudest.
            </li>
            <li>Talk about what you disagree on: the claims with the widest split stand out.</li>
            <li>Decide, with a reason. A decision of the session is the same as one of a single reviewer.</li>
            <li>
              <Ui>End session</Ui>. The minutes are written by themselves: who came, what was said, voted and decided.
              They can be printed and downloaded, and stay with the documents.
            </li>
          </Steps>
          <P>
            If the presenter’s connection breaks, somebody who may lead takes over. Viewers follow along. For people
            outside of the workspace <Ui>Make a link</Ui> gives an address at which they watch without an account: they
            see what is published and what is decided, no drafts and nobody’s votes.
          </P>
          <Advice>
            Twenty minutes for one document are plenty. Send out the agenda early: who has read ahead has marked
            already.
          </Advice>
        </>
      ),
    },
    {
      id: "after",
      title: "Afterwards",
      body: (
        <P>
          Tasks that were given stand on the Today page of whoever has them, with their day. <Ui>Plan the next</Ui>{" "}
          takes people and documents over. When a document comes up again by itself is told in{" "}
          <Chapter name="staying-fresh">Reminders, cadences and freshness</Chapter>.
        </P>
      ),
    },
  ],
  trials: [
    { label: "See the reviews", path: "/reviews" },
    { label: "Plan a session", path: "/reviews/new", permission: "review.plan" },
    { label: "What waits for you", path: "" },
  ],
};
