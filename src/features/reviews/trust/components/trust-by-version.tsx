import type { VersionTrust } from "../trust-contract";
import {
  answersText,
  LEAST_ANSWERS,
  LEAST_SCORE,
  type StatementScores,
  scoresSentence,
  TRUST_STATEMENTS,
} from "../trust-rules";

const HEIGHT = 28;
const STEP = 9;

/** How far people trust each version: small pictures of all scores, with their middle. */
export function TrustByVersion({ versions }: { readonly versions: readonly VersionTrust[] }) {
  if (versions.length === 0) return <p className="text-ink-2">Nobody has answered yet.</p>;
  const shown = versions.filter((one) => one.statements !== null);
  const waiting = versions.filter((one) => one.statements === null);
  const uses = shown.find((one) => one.uses.length > 0);
  return (
    <div className="grid min-w-0 gap-3">
      {shown.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        <section className="overflow-x-auto" aria-label="Trust by version" tabIndex={0}>
          <table className="text-small">
            <thead>
              <tr>
                <td />
                {shown.map(({ version, answers }) => (
                  <th key={version} scope="col" className="pe-4 pb-2 text-start font-strong whitespace-nowrap">
                    v{version} <span className="font-normal text-ink-3">· {answersText(answers)}</span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {TRUST_STATEMENTS.map(({ key, short, text }, at) => (
                <tr key={key}>
                  <th scope="row" className="pe-4 pb-2 text-start align-bottom font-normal text-ink-2" title={text}>
                    {short}
                  </th>
                  {shown.map(({ version, statements }) => {
                    const scores = statements?.[at];
                    return (
                      <td key={version} className="pe-4 pb-2 align-bottom">
                        {scores && <Scores scores={scores} />}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {waiting.map(({ version, answers }) => (
        <p key={version} className="text-small text-ink-3">
          v{version}: {answersText(answers)}. Shown from {LEAST_ANSWERS} on, so that nobody is recognised.
        </p>
      ))}
      {uses && (
        <div className="min-w-0">
          <p className="text-small font-strong text-ink-2">What people would use v{uses.version} for</p>
          <ul className="list-disc ps-5 text-ink-2">
            {[...new Set(uses.uses)].map((use) => (
              <li key={use} dir="auto" className="wrap-anywhere">
                {use}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

/** A column for each score, as high as many gave it; the middle in figures. */
function Scores({ scores }: { readonly scores: StatementScores }) {
  const { median, counts } = scores;
  const most = Math.max(1, ...counts);
  return (
    <span className="flex items-end gap-2">
      <svg
        role="img"
        aria-label={scoresSentence(scores)}
        width={counts.length * STEP}
        height={HEIGHT}
        viewBox={`0 0 ${counts.length * STEP} ${HEIGHT}`}
      >
        {counts.map((count, at) => {
          const height = count === 0 ? 1 : Math.max(3, (count / most) * (HEIGHT - 1));
          const score = LEAST_SCORE + at;
          return (
            <rect
              key={score}
              x={at * STEP}
              y={HEIGHT - height}
              width={STEP - 2}
              height={height}
              rx={1}
              className={count === 0 ? "fill-line-strong" : Math.abs(score - median) <= 0.5 ? "fill-ink" : "fill-ink-3"}
            />
          );
        })}
      </svg>
      <span aria-hidden="true" className="font-strong tabular-nums">
        {median}
      </span>
    </span>
  );
}
