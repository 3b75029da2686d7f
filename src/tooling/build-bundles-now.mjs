// The launcher's way to the bundles, before there is anything else to run.
import { buildBundles } from "./build-bundles.mjs";

await buildBundles(process.cwd());
