import type { ChapterContent } from "../guide-content";
import { Advice, Chapter, P, Points, Steps, Term, To, Ui } from "../guide-words";

export const personas: ChapterContent = {
  opening: (
    <P>
      A persona is a made-up person who stands for real customers, so that a team can ask what somebody would think. It
      is only as good as what it rests on, and Dramatis never lets you forget what that is.
    </P>
  ),
  sections: [
    {
      id: "beginning",
      title: "Ten minutes to a first persona",
      body: (
        <>
          <Steps>
            <li>
              Open a published segment and choose <Ui>Write a persona</Ui> from its menu. What was measured of the
              segment’s customers is filled in, such as their age with its spread, and says where it comes from. Or
              press <Ui>New persona</Ui> and begin from a template or blank.
            </li>
            <li>Give it a name and an archetype: one line that says who it is, which every reader remembers.</li>
            <li>
              Press the portrait to choose a face. The drawn ones show nobody real; a picture of your own can take their
              place. Write down what one sees, for people who can’t see it.
            </li>
            <li>Add three goals or pain points, and a sentence that the persona would say.</li>
            <li>Publish. It need not be complete: empty sections take no room.</li>
          </Steps>
          <P>
            If you have personas in Word, Markdown or another text, <Ui>Import</Ui> on the{" "}
            <To path="/personas">Personas</To> page reads them. It shows what goes where, lets you move things, and
            drops nothing.
          </P>
        </>
      ),
    },
    {
      id: "claims",
      title: "One fact, one claim",
      body: (
        <>
          <P>
            What a persona says stands in <Term name="claim">claims</Term>: goals, needs, pain points, motivations,
            attitudes, what tips the scales, where one meets them, the stages of their journey. Write one fact in each,
            so that it can be confirmed or changed by itself. A claim keeps its history and its threads, however often
            its words change.
          </P>
          <P>
            Each claim says <Ui>How we know</Ui>, in the details at its end:
          </P>
          <Points>
            <li>
              <Ui>Assumption</Ui>: we believe it, and nobody has checked yet. It is drawn with a dashed line, so that
              nobody takes it for more.
            </li>
            <li>
              <Ui>Inferred</Ui>: it follows from something else that we know.
            </li>
            <li>
              <Ui>Grounded</Ui>: people said or showed it.
            </li>
            <li>
              <Ui>Measured</Ui>: it was counted in data.
            </li>
          </Points>
          <P>
            Under <Ui>Rests on</Ui> write what it comes from: the interview, the survey, the export.
          </P>
          <Advice>
            A new persona is mostly assumptions. That is honest, and a list of what to ask customers next. A persona
            whose basis is assumptions alone has to be looked at after 30 days, unless somebody sets another time for
            it.
          </Advice>
        </>
      ),
    },
    {
      id: "data",
      title: "Held against the data",
      body: (
        <P>
          Where a persona stands for a measured segment, its statements are held against the newest data. If it says 51
          and half of the customers are between 33 and 47, it is marked as <Ui>Contradicted</Ui>, with both figures. The
          data don’t correct the persona: you do, or you say why it stays.
        </P>
      ),
    },
    {
      id: "beside",
      title: "Side by side",
      body: (
        <P>
          Two to four personas can stand side by side: choose them in the list and press <Ui>Compare</Ui>. What is
          unlike stands out, and with it what each of them is for. From the menu of a persona, <Ui>Write a scenario</Ui>{" "}
          begins a story about them; see <Chapter name="scenarios">Scenarios</Chapter>.
        </P>
      ),
    },
  ],
  trials: [
    { label: "See the personas", path: "/personas" },
    { label: "Import personas", path: "/personas/import", permission: "draft.edit" },
    { label: "Segments to begin from", path: "/segments" },
  ],
};
