// A picture with its view: what one sees is said in words beside it, and it is made larger or smaller in steps.
import { ReactNodeViewRenderer } from "@tiptap/react";
import { Picture } from "../../body-schema";
import { PictureView } from "./picture-view";

export const PictureWithView = Picture.extend({
  addNodeView: () => ReactNodeViewRenderer(PictureView, { className: "picture-node" }),
});
