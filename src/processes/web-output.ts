// Loaded into `next start` before Next itself, which stays untouched: what it prints becomes lines of the log. Next prints
// errors whole, and the messages of a database quote what people wrote.
import { isNativeError } from "node:util/types";
import { reportFailure } from "@/server/failure-report";
import { type LogLevel, log } from "@/server/logging/log";

function say(level: LogLevel) {
  return (...said: readonly unknown[]): void => {
    const error = said.find((one) => isNativeError(one));
    const text = said.filter((one) => typeof one === "string").join(" ");
    const frames = text.split("\n").filter((line) => /^\s+at /.test(line));
    if (error) reportFailure("web", undefined, error);
    else if (frames.length > 0)
      reportFailure("web", undefined, Object.assign(new Error(), { stack: frames.join("\n") }));
    else if (text.trim() !== "") log().write(level, "output", { line: text.trim() });
  };
}

console.error = say("error");
console.warn = say("warn");
// Its greeting, with an inner address that is nobody's to open.
console.log = console.info = say("debug");
