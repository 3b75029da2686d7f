// Reports every import that goes against architecture.md, and refuses to pass without having read the tree.
import { cruise } from "./cruise";

const FEWEST_MODULES = 60;

const { modules, violations } = await cruise(process.cwd(), ["src", "e2e"]);
for (const { rule, from, to } of violations) console.log(`${rule}: ${from} → ${to}`);
if (modules < FEWEST_MODULES) console.log(`Only ${modules} modules were read: the tool no longer sees our files.`);
console.log(`${modules} modules, ${violations.length} violations`);
process.exitCode = violations.length > 0 || modules < FEWEST_MODULES ? 1 : 0;
