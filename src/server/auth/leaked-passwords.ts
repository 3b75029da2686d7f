// 49,000 leaked passwords by frequency. A module of its own, so that it is loaded when it is first needed; imported
// by name here, since a bundled `import()` of such a package hands over something else than Node's does.
import { dictionary } from "@zxcvbn-ts/language-common";

export const LEAKED_PASSWORDS: readonly string[] = dictionary["passwords-common"];
