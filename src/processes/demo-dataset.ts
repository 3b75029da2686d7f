/** Where the demo's segments look for their customers. */
export const DEMO_DATASET = {
  id: "5b0c1a2e-7d64-4c0f-9a43-1f6e2d8b7c90",
  name: "Loyalty export",
  purpose: "To see who shops with us, and how that changes. Not for letters to single customers.",
};
