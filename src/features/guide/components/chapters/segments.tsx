import type { ChapterContent } from "../guide-content";
import { Advice, Chapter, P, Points, Steps, Term, To, Ui } from "../guide-words";

export const segments: ChapterContent = {
  opening: (
    <P>
      A segment is a group of customers whom you treat alike. If you can count it, it is a segment; if you can imagine
      it at breakfast, it is a <Term name="persona">persona</Term>.
    </P>
  ),
  sections: [
    {
      id: "three-beginnings",
      title: "Three ways to begin",
      body: (
        <>
          <Points>
            <li>
              <Ui>New segment</Ui> on the <To path="/segments">Segments</To> page: blank, or from a template such as
              one-time or high-spending customers.
            </li>
            <li>
              <Ui>Find groups</Ui> on the page of a dataset, which proposes groups from your data.
            </li>
            <li>
              <Ui>Import</Ui>, when you have segments in a document already. You see what goes where before anything is
              made.
            </li>
          </Points>
          <P>
            Without customer data, say in words who belongs, so that two people would sort a customer the same way, and
            write an estimate of the size with its source. The rule can come later.
          </P>
        </>
      ),
    },
    {
      id: "the-rule",
      title: "The rule",
      body: (
        <>
          <Steps>
            <li>
              Under <Ui>Who belongs</Ui> choose the customer data that the rule speaks of, and whether customers must
              fit all of the conditions or any of them.
            </li>
            <li>
              <Ui>Add condition</Ui>: a trait, a comparison, a value. Values that occur are proposed while you type.
              About orders and visits you can ask how many, or how much, in which window of time.
            </li>
            <li>
              <Ui>Add group</Ui> where some conditions belong together. Whoever fits something under <Ui>But not</Ui> is
              left out.
            </li>
          </Steps>
          <P>
            The count beside the rule follows every key. You see how many customers match, what share of all they are,
            how many each condition leaves, what sets the group apart from everyone, and where it overlaps with other
            segments. If nobody matches, it says which condition is to blame.
          </P>
          <Advice>
            Where a value is unknown a condition isn’t met, unless it says so. Look at the number of unknown values
            before you trust a small group.
          </Advice>
          <P>
            <Ui>Test a person</Ui> takes a customer’s id and shows which conditions decide about them.
          </P>
        </>
      ),
    },
    {
      id: "what-it-says",
      title: "What a segment says",
      body: (
        <P>
          Beside the rule stand a summary, the decision what you do about these customers (invest, maintain, watch or
          exclude, with the reason), five small questions about how useful the segment is, and a profile: what they have
          in common, what they need, what stands in their way, where one reaches them. Which personas stand for it, you
          see on the same page.
        </P>
      ),
    },
    {
      id: "measures",
      title: "Publishing and measuring",
      body: (
        <>
          <P>
            When you publish, the rule is frozen together with its <Term name="measure">measure</Term>: how many
            customers on which day, and how they are made up. Before you confirm, the dialog shows what changes: who
            enters and who leaves since the last version.
          </P>
          <P>
            With each new snapshot the published rule is measured again. You see the size over time, and how far the
            group has moved from what was published: that is <Term name="drift">drift</Term>. A segment that drifts
            isn’t wrong; it is due for somebody to look at it, and so are the personas that rest on it. Groups of fewer
            than 200 members are not judged, because chance alone would move them.
          </P>
          <P>
            What the rule found can be exported, as counts or as a list of members: see{" "}
            <Chapter name="sharing-out">Sharing out</Chapter>.
          </P>
        </>
      ),
    },
  ],
  trials: [
    { label: "See the segments", path: "/segments" },
    { label: "Import segments", path: "/segments/import", permission: "draft.edit" },
    { label: "Look at the customer data", path: "/data" },
  ],
};
