import type { ChapterContent } from "../guide-content";
import { Advice, Chapter, P, Points, Term, To, Ui, Who, WhoFirst } from "../guide-words";

export const draftsAndVersions: ChapterContent = {
  opening: (
    <P>
      Every document has one <Term name="draft">draft</Term>, in which you write, and any number of{" "}
      <Term name="version">versions</Term>, which never change. So one can edit without fear, and quote without doubt.
    </P>
  ),
  sections: [
    {
      id: "draft",
      title: "The draft",
      body: (
        <>
          <P>
            There is one, and everybody who edits works in it at the same time. You change things where they stand:
            press a text and write. The field that somebody else is in is outlined in their colour. <Ui>Undo</Ui> and{" "}
            <Ui>Redo</Ui> take back what you did yourself, not what others did meanwhile.
          </P>
          <P>
            Drafts are read by <Who may="draft.read" /> and written by <Who may="draft.edit" />. Everybody else sees
            what is published.
          </P>
        </>
      ),
    },
    {
      id: "publishing",
      title: "Publishing",
      body: (
        <>
          <P>
            <WhoFirst may="document.publish" /> publish with the button at the top of a document, which names the
            version that it makes, such as <Ui>Publish v4</Ui>. You see what differs from the version before, say what
            is new and why (new evidence, a correction, the market changed, or wording only), and confirm. If somebody
            changed the draft meanwhile, you are shown that first: nothing goes out unseen.
          </P>
          <P>
            Publishing is verifying: whoever puts words out stands for them as of that day, and the next{" "}
            <Term name="review">review</Term> is counted from there.
          </P>
        </>
      ),
    },
    {
      id: "approval",
      title: "Approval, where it is asked for",
      body: (
        <>
          <P>
            An admin may lay down in the <To path="/settings/policy">settings</To> that others must approve before
            something is published: how many, and whether anybody who reviews may, or only those who are named as
            verifiers. Then the button says <Ui>Ask for approval</Ui>. Who is asked is told, sees the changes, and
            chooses <Ui>Approve</Ui> or <Ui>Ask for changes</Ui>.
          </P>
          <P>
            An <Term name="approval">approval</Term> holds for the draft as it was. Any edit afterwards asks for it
            again, so nobody has approved what they have not read. One can’t approve what one put forward oneself.
          </P>
        </>
      ),
    },
    {
      id: "comparing",
      title: "Comparing and restoring",
      body: (
        <>
          <P>
            Beside every document stand its <Ui>Versions</Ui>. Open one to read it as it was, or compare any two: what
            was added, removed and reworded is shown word by word, in the text or side by side.
          </P>
          <P>
            <Ui>Restore v2 as draft</Ui> makes the draft as it was then. What the draft holds now is set aside and can
            be brought back the same way; what is published stays as it is until you publish again. While people write,
            a copy of the draft is kept every ten minutes and when everybody has left.
          </P>
        </>
      ),
    },
    {
      id: "retiring",
      title: "Retiring and deleting",
      body: (
        <>
          <Points>
            <li>
              <strong>Retire</strong> what you no longer use: it leaves the lists, stays readable with all its versions,
              and can be brought back.
            </li>
            <li>
              <strong>Delete for good</strong> is for <Who may="document.delete" />. You see first what goes with it and
              what links to it, and type its title.
            </li>
          </Points>
          <Advice>
            <Ui>Check the versions</Ui> in a document’s menu computes the fingerprint of every version anew, and says
            whether each is as it was published.
          </Advice>
          <P>
            Who did what, and when, stands under <To path="/activity">Activity</To>. How a document is looked at again
            after it is published is told in <Chapter name="reviews">Reviews and sessions</Chapter>.
          </P>
        </>
      ),
    },
  ],
  trials: [
    { label: "Documents with unpublished changes", path: "/personas", permission: "draft.read" },
    { label: "What happened lately", path: "/activity" },
    { label: "Who decides here", path: "/settings/policy", permission: "workspace.configure" },
  ],
};
