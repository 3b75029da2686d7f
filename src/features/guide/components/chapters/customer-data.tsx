import type { ChapterContent } from "../guide-content";
import { Advice, Chapter, P, Points, Steps, Term, To, Ui, Who, WhoFirst } from "../guide-words";

export const customerData: ChapterContent = {
  opening: (
    <P>
      Segments become numbers when Dramatis knows your customers. You bring in an export; it is kept as it was on that
      day; and with the next export you see what has moved. <WhoFirst may="data.import" /> can do this.
    </P>
  ),
  sections: [
    {
      id: "which-file",
      title: "Which file",
      body: (
        <>
          <P>
            A table with one row for each customer, or one for each thing that a customer did: an order, a line of an
            order, a visit. CSV, Excel (.xlsx), Parquet and JSON lines are read. Separators, letters, decimal signs and
            dates are found out by looking at the file.
          </P>
          <Advice>
            Rows of orders are worth more than ready-made sums: from them Dramatis computes how often, how much and how
            lately each customer bought, and you can ask about any stretch of time.
          </Advice>
        </>
      ),
    },
    {
      id: "importing",
      title: "Importing",
      body: (
        <>
          <Steps>
            <li>
              Open <To path="/data">Customer data</To>, press <Ui>Import</Ui>, and drop the file on the page.
            </li>
            <li>
              Look at what was understood. Press a column’s name to say what it is: the customer’s id, a day, an amount,
              something personal, or nothing that you need. What you leave out is never stored.
            </li>
            <li>
              Say which day the data speak of, and what they may be used for. Both are shown to everybody who works with
              them.
            </li>
            <li>Confirm. You may leave the page: the import goes on, and tells how far it is.</li>
          </Steps>
          <P>
            At the end you get a report. Every value that could not be read as what its column should be is listed, with
            its row; nothing is changed silently. If something is wrong with the file as a whole, the import is refused
            with the reason, and nothing of it stays.
          </P>
        </>
      ),
    },
    {
      id: "again",
      title: "And again, next month",
      body: (
        <>
          <P>
            A <Term name="dataset">dataset</Term> is a source, such as the export of your shop. Each import makes one{" "}
            <Term name="snapshot">snapshot</Term> of it, with its date. Open the dataset and press{" "}
            <Ui>Import the next snapshot</Ui>: the choices of last time are made already.
          </P>
          <P>
            Snapshots never change. As soon as a new one is there, every published segment is measured on it, and
            compared with what was measured when it was published. What moved far is marked; see{" "}
            <Chapter name="staying-fresh">Reminders, cadences and freshness</Chapter>.
          </P>
        </>
      ),
    },
    {
      id: "looking",
      title: "Looking at the data",
      body: (
        <>
          <P>
            A dataset’s page shows each <Term name="trait">trait</Term>: how its values are spread, which are frequent,
            of how many customers nothing is known. Traits that were marked as personal are not summed up, and viewers
            and reviewers see dots in place of their values. They can still count with them.
          </P>
          <P>
            <Ui>Find groups</Ui> looks for groups that are worth a segment, in three ways:
          </P>
          <Points>
            <li>the foundational ones that most shops know their customers by, such as new, one-time and lapsing;</li>
            <li>a map of when customers last ordered, how often, and for how much;</li>
            <li>customers who are alike in several columns at once. If there are no clear groups, it says so.</li>
          </Points>
          <P>
            Each can be made into a segment with one press: as a draft, for <Who may="draft.edit" /> to look over.
          </P>
        </>
      ),
    },
  ],
  trials: [
    { label: "Look at the customer data", path: "/data" },
    { label: "Import a file", path: "/data/import", permission: "data.import" },
    { label: "Read about privacy", path: "/guide/your-data" },
  ],
};
