// Bounds of a workspace's name, and the shape of the address that stands in its URLs.

export const MAX_WORKSPACE_NAME = 80;
export const MAX_SLUG = 48;
export const SLUG_PATTERN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
