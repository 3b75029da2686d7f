import type { ChapterContent } from "../guide-content";
import { Advice, Chapter, P, Points, Term, To, Ui, Who, WhoFirst } from "../guide-words";

export const stayingFresh: ChapterContent = {
  opening: (
    <P>
      Everything published carries a badge that says whether it can be relied on. It turns by itself, from the calendar
      and from what happens, and its reasons are one press away.
    </P>
  ),
  sections: [
    {
      id: "badge",
      title: "What the badge says",
      body: (
        <>
          <Points>
            <li>
              <Ui>Fresh</Ui>: somebody has published or confirmed it, and its day is not near.
            </li>
            <li>
              <Ui>Due</Ui>: it is to be verified soon, or something happened that it may not know of: a business event,
              something it rests on that was published anew, a long dispute.
            </li>
            <li>
              <Ui>Drifting</Ui>: the newest data have moved away from what was measured when it was published. See{" "}
              <Term name="drift">drift</Term>.
            </li>
            <li>
              <Ui>Contradicted</Ui>: the newest data say otherwise than it does.
            </li>
            <li>
              <Ui>Overdue</Ui>: its day has passed.
            </li>
            <li>
              <Ui>Never verified</Ui>: nobody has published or confirmed it yet.
            </li>
          </Points>
          <P>
            If several hold, the weightiest is shown. Press the badge on a document’s page to read all reasons, with who
            verified it last.
          </P>
        </>
      ),
    },
    {
      id: "cadence",
      title: "How often",
      body: (
        <>
          <P>
            A <Term name="cadence">cadence</Term> says how often a document must be verified. Unless somebody says
            otherwise it is every quarter; personas whose basis is assumptions alone come up after 30 days. Admins lay
            down others for the workspace and for each kind in the <To path="/settings/verification">settings</To>;{" "}
            <Who may="cadence.set" /> for a single document, with <Ui>Change…</Ui> under <Ui>Verification</Ui> at its
            side. A document can also be paused there, with a note why.
          </P>
          <P>Days begin and end in the time zone of the workspace, so that a document is due for everybody at once.</P>
        </>
      ),
    },
    {
      id: "who-is-asked",
      title: "Who is asked",
      body: (
        <P>
          The <Term name="verifier">verifiers</Term> of a document are reminded 14 and 3 days ahead and on the day, as
          the workspace brings it. If nobody answers, its owner is told after 14 days and the admins after 30. Without a
          named verifier the owner is asked from the start. Each of these is told once, and once only. Name verifiers in
          the document’s menu, with <Ui>Name verifiers…</Ui>.
        </P>
      ),
    },
    {
      id: "how-told",
      title: "How you are told",
      body: (
        <>
          <P>
            Everything stands under <To path="/notifications">Notifications</To>, behind the bell. What comes by mail at
            once, in a weekly letter or not at all is yours to choose, in the{" "}
            <To path="/settings/notifications">settings</To> of each workspace. Mails wait for the end of your quiet
            hours, which are from 20:00 to 07:00 until you change them. A week with nothing to say has no letter.
          </P>
          <P>
            A notice that you can’t act on yet can be snoozed, twice. Your due days, sessions and tasks can also stand
            in your own calendar: <Ui>Add to calendar</Ui> on the Today page.
          </P>
        </>
      ),
    },
    {
      id: "events",
      title: "When the world changes",
      body: (
        <>
          <P>
            A new price, a launch, a competitor: <WhoFirst may="cadence.set" /> log it with <Ui>Log an event</Ui> under{" "}
            <To path="/reviews/events">Business events</To> and choose what it may touch. Those documents are due at
            once, until somebody has said that they are still true or published what changed.
          </P>
          <Advice>
            Log few events, and choose narrowly. What is always due is never looked at. How a review goes is told in{" "}
            <Chapter name="reviews">Reviews and sessions</Chapter>.
          </Advice>
        </>
      ),
    },
  ],
  trials: [
    { label: "What is overdue among personas", path: "/personas?freshness=overdue" },
    { label: "Your notifications", path: "/notifications" },
    { label: "What comes by mail", path: "/settings/notifications" },
    { label: "Log an event", path: "/reviews/events", permission: "cadence.set" },
  ],
};
