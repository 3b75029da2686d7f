import type { ChapterContent } from "../guide-content";
import { Advice, P, Points, Term, To, Ui, Who, WhoFirst } from "../guide-words";

export const commentsAndProposals: ChapterContent = {
  opening: (
    <P>
      What you think of a statement belongs beside it, not into a mail that nobody finds again. A{" "}
      <Term name="thread">thread</Term> hangs on a field, a claim, a few words of a story, or a document as a whole,
      until somebody resolves it.
    </P>
  ),
  sections: [
    {
      id: "commenting",
      title: "Saying something",
      body: (
        <>
          <P>
            Point at a field or claim and press its speech bubble. In a story, select the words and press{" "}
            <Ui>Comment</Ui>. What was said about a place is counted there; all of it stands under <Ui>Threads</Ui> at
            the side of the document.
          </P>
          <P>
            Type @ and a name to call somebody: they find it under <To path="/notifications">Notifications</To>, and by
            mail if they want that. You can change and delete what you wrote yourself.
          </P>
        </>
      ),
    },
    {
      id: "who-sees",
      title: "Who sees it",
      body: (
        <Points>
          <li>
            A thread that began on a version is seen by everybody in the workspace, and <Who may="document.comment" />{" "}
            may begin one.
          </li>
          <li>
            A thread that began on the draft is seen by those who read drafts: <Who may="draft.read" />.
          </li>
        </Points>
      ),
    },
    {
      id: "proposing",
      title: "Proposing other words",
      body: (
        <>
          <P>
            <WhoFirst may="draft.suggest" /> can propose other words for a paragraph without changing it: select them,
            begin a comment and choose <Ui>Propose other words</Ui>. The proposal shows both wordings.
          </P>
          <P>
            <WhoFirst may="draft.edit" /> press <Ui>Accept</Ui>, and the words in the text become those, or{" "}
            <Ui>Decline</Ui>. Whoever proposed is told, and may <Ui>Take back</Ui> what isn’t decided yet. If the text
            has changed since, nothing is replaced blindly: you are shown both and decide.
          </P>
        </>
      ),
    },
    {
      id: "resolving",
      title: "Coming to an end",
      body: (
        <>
          <P>
            <Ui>Resolve</Ui> closes a thread, and <Ui>Reopen</Ui> brings it back. Whoever began it may do so, and
            everybody who reviews or edits.
          </P>
          <P>
            If the words that a thread is about are changed or removed, it keeps them as they were. A document with five
            or more open threads is marked as disputed, and whoever verifies it sees that.
          </P>
          <Advice>
            Ask in a thread, decide in a review. A thread that goes on for weeks is a sign that the statement needs
            customers, not colleagues.
          </Advice>
        </>
      ),
    },
  ],
  trials: [
    { label: "Open a persona to comment on", path: "/personas" },
    { label: "Open a scenario", path: "/scenarios" },
    { label: "Your notifications", path: "/notifications" },
  ],
};
