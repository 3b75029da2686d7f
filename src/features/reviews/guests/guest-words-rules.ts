import { VOTE_WORDS, VOTES, type Vote } from "../room/room-rules";

/** "Approve 2, change 1"; who voted what isn't said. */
export function votesOf(votes: Readonly<Record<Vote, number>>): string {
  const parts = VOTES.flatMap((vote) => (votes[vote] > 0 ? [`${VOTE_WORDS[vote].toLowerCase()} ${votes[vote]}`] : []));
  const text = parts.join(", ");
  return text === "" ? "Nobody voted" : text.charAt(0).toUpperCase() + text.slice(1);
}
