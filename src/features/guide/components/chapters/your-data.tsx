import type { ChapterContent } from "../guide-content";
import { Advice, P, Points, Term, To, Ui, Who, WhoFirst } from "../guide-words";

export const yourData: ChapterContent = {
  opening: (
    <P>
      Customer data are other people’s. Dramatis keeps what you need to count, shows it to as few as possible, and lets
      you forget somebody completely.
    </P>
  ),
  sections: [
    {
      id: "kept",
      title: "What is kept",
      body: (
        <>
          <Points>
            <li>Of a file, the columns that you chose. The others, and the file itself, are not stored.</li>
            <li>Of a segment, its rule and its figures. Who its members are is computed when somebody asks.</li>
            <li>Of documents, all versions, who wrote and approved them, and what was said about them.</li>
          </Points>
          <P>
            Each dataset says what it may be used for. That is written by whoever imports it, and shown to everybody who
            works with it.
          </P>
        </>
      ),
    },
    {
      id: "who-sees",
      title: "Who sees single customers",
      body: (
        <P>
          Columns can be marked as <Ui>Personal</Ui> when they are imported. Their values are seen by{" "}
          <Who may="data.export" />; viewers and reviewers see dots, and can still count with them. They are not summed
          up in charts. Looking somebody up, and exporting, is for <Who may="data.export" /> as well, and every export
          stands in the <To path="/settings/audit">audit log</To>.
        </P>
      ),
    },
    {
      id: "erasing",
      title: "Somebody asks to be forgotten",
      body: (
        <>
          <P>
            <Ui>Find a person</Ui>, on the <To path="/data">Customer data</To> page, looks for an id, an e-mail address
            or a phone number through every <Term name="snapshot">snapshot</Term>, and shows all that is known of them:
            that is what to answer with when somebody asks what you keep.
          </P>
          <P>
            <WhoFirst may="data.delete" /> find <Ui>Erase</Ui> there. The customer is taken out of every snapshot, and
            gone from every list. What segments measured stays: counts and shares, and nobody by name. The audit log
            says when it is done.
          </P>
          <Advice>Leave them out of the next export as well: what is imported anew is there anew.</Advice>
        </>
      ),
    },
    {
      id: "retention",
      title: "Not for longer than needed",
      body: (
        <P>
          A dataset can say how many days each of its snapshots is kept, under <Ui>Name, purpose and retention…</Ui> in
          its menu. Older ones are deleted by themselves within the hour, for good. Left empty, they are kept until
          somebody deletes them, one by one or with the whole dataset; what is proposed for new ones, and how long
          notifications and the log of letters are kept, admins choose under{" "}
          <To path="/settings/retention">Data retention</To>. Deleting is for <Who may="data.delete" />. What segments
          measured on them stays.
        </P>
      ),
    },
    {
      id: "where",
      title: "Where it lies",
      body: (
        <P>
          Dramatis runs where your company runs it: on a machine of its own, with its own database. It turns to other
          services only where your company has set them up: for mail, signing in, storage and webhooks. Data of one
          workspace are walled off from every other one, in the application and in the database. Your password is kept
          as a fingerprint that can’t be turned back; where you are signed in, and how to end that, stands in your{" "}
          <To path="/settings/security">settings</To>.
        </P>
      ),
    },
  ],
  trials: [
    { label: "Look at the customer data", path: "/data" },
    { label: "Find a person", path: "/data/people", permission: "data.export" },
    { label: "Read the audit log", path: "/settings/audit", permission: "audit.read" },
  ],
};
