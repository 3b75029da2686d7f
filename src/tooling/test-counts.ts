// Reads the counts out of the test runners' JSON reports.
import { readFileSync } from "node:fs";

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** A line for each skipped test: what and why. */
  readonly skips: readonly string[];
  /** Tests that passed at the second try only. */
  readonly flaky: readonly string[];
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numFailedTestSuites: number;
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly meta?: unknown;
    }[];
  }[];
}

interface PlaywrightSuite {
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs?: readonly {
    readonly title: string;
    readonly tests: readonly {
      readonly status: string;
      readonly annotations: readonly { readonly type: string; readonly description?: string }[];
    }[];
  }[];
}

interface PlaywrightReport extends PlaywrightSuite {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
}

function readReport<T>(path: string): T | undefined {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as T;
  } catch {
    return undefined;
  }
}

/** A run that failed counts at least one failure, also when it broke before its first test. */
function settle(succeeded: boolean, counts: Counts): Counts {
  return succeeded || counts.failed > 0 ? counts : { ...counts, failed: 1 };
}

const NOTHING: Counts = { passed: 0, failed: 0, skipped: 0, skips: [], flaky: [] };

export function vitestCounts(path: string, succeeded: boolean): Counts {
  const report = readReport<VitestReport>(path);
  if (!report) return settle(false, NOTHING);
  const unrun = report.testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => ["skipped", "pending", "todo", "disabled"].includes(status));
  return settle(succeeded, {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: unrun.length,
    skips: unrun.map(({ fullName, status }) => `${fullName}: ${status}`),
    flaky: [],
  });
}

function skippedSpecs(suite: PlaywrightSuite): string[] {
  const own = (suite.specs ?? []).flatMap(({ title, tests }) =>
    tests
      .filter(({ status }) => status === "skipped")
      .map(({ annotations }) => {
        const reason = annotations.find(({ type }) => type === "skip" || type === "fixme")?.description;
        return `${title}: ${reason ?? "an earlier step of the same story failed"}`;
      }),
  );
  return [...own, ...(suite.suites ?? []).flatMap(skippedSpecs)];
}

function flakySpecs(suite: PlaywrightSuite): string[] {
  const own = (suite.specs ?? []).filter(({ tests }) => tests.some(({ status }) => status === "flaky"));
  return [...own.map(({ title }) => title), ...(suite.suites ?? []).flatMap(flakySpecs)];
}

export function playwrightCounts(path: string, succeeded: boolean): Counts {
  const report = readReport<PlaywrightReport>(path);
  if (!report) return settle(false, NOTHING);
  const { expected, unexpected, flaky, skipped } = report.stats;
  return settle(succeeded, {
    passed: expected + flaky,
    failed: unexpected,
    skipped,
    skips: skippedSpecs(report),
    flaky: flakySpecs(report),
  });
}
