import type { ChapterContent } from "../guide-content";
import { Advice, P, Points, To, Ui, Who, WhoFirst } from "../guide-words";

export const sharingOut: ChapterContent = {
  opening: (
    <P>
      What is written here is meant to be used elsewhere: in a briefing, a slide, a meeting, another program. Everything
      that leaves says which version it is, of what day, and whether it could be relied on.
    </P>
  ),
  sections: [
    {
      id: "export",
      title: "Exporting a document",
      body: (
        <>
          <P>
            In the menu of a document choose <Ui>Export…</Ui>, then a version and a format. Everybody may export what is
            published; <Who may="draft.read" /> also the draft.
          </P>
          <Points>
            <li>
              <Ui>Markdown</Ui>: to read anywhere, and to change by hand.
            </li>
            <li>
              <Ui>Word</Ui>: to work with in an office program.
            </li>
            <li>
              <Ui>HTML</Ui>: one page that needs nothing else.
            </li>
            <li>
              <Ui>JSON</Ui>: for other programs.
            </li>
          </Points>
          <P>
            Markdown and JSON give the same document when they are imported again, in this workspace or in another one.
          </P>
        </>
      ),
    },
    {
      id: "print",
      title: "Printing",
      body: (
        <P>
          <Ui>Print or save as PDF</Ui> in the same menu lays a document out on paper, with its version, its date and
          its owner. Minutes of sessions have a <Ui>Print</Ui> button of their own, and every page of this guide prints
          as well.
        </P>
      ),
    },
    {
      id: "customers",
      title: "Lists of customers",
      body: (
        <>
          <P>
            <WhoFirst may="data.export" /> can export what a segment found, with <Ui>Export…</Ui> beside its figures:
            the counts, the members, or who entered and who left, as CSV or Parquet. Columns that were marked as
            personal are named as such. Whoever exports customer data stands in the audit log, with what they took.
          </P>
          <Advice>
            The data carry what they may be used for. Read it before you hand a list on; somebody wrote it down for
            that.
          </Advice>
        </>
      ),
    },
    {
      id: "calendar",
      title: "Your calendar",
      body: (
        <P>
          <Ui>Add to calendar</Ui> on the <To path="">Today</To> page makes a secret address for your own calendar
          program. Your due days, sessions and tasks appear there, and change when they change here. Another address
          puts an end to the one before; <Ui>Take the address back</Ui> ends it altogether.
        </P>
      ),
    },
    {
      id: "webhooks",
      title: "Telling other programs",
      body: (
        <>
          <P>
            <WhoFirst may="workspace.configure" /> can add a <To path="/settings/webhooks">webhook</To>: a Slack
            channel, or a program of your own. It is told what you choose, such as that a version is published, a
            document overdue or a session over with its decisions. A program gets JSON, signed by the Standard Webhooks
            scheme with a secret that is shown once.
          </P>
          <P>
            Each thing is told once. Where nobody answers it is tried again for five days, and then listed as failed
            under <To path="/settings/deliveries">Deliveries</To>, as letters are. <Ui>Send a test</Ui> shows whether
            somebody is listening.
          </P>
        </>
      ),
    },
    {
      id: "guests",
      title: "Guests of a session",
      body: (
        <P>
          People without an account can watch a review session by a link; see{" "}
          <To path="/guide/reviews#holding">holding a session</To>. Everything else is for members: who should read your
          personas gets a role as viewer, which sees no drafts.
        </P>
      ),
    },
  ],
  trials: [
    { label: "Open a persona and its menu", path: "/personas" },
    { label: "Add to calendar, on Today", path: "" },
    { label: "Webhooks", path: "/settings/webhooks", permission: "workspace.configure" },
  ],
};
