// Builds everything that `npm start` runs, when it is stale.
import { buildBundles } from "./build-bundles.mjs";
import { isFresh } from "./build-state.mjs";
import { buildWeb } from "./build-web";

const root = process.cwd();
if (!isFresh(root, "dist")) await buildBundles(root);
await buildWeb({ root, onBegin: () => console.log("Building the pages …") });
