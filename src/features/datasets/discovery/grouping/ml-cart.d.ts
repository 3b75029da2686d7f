// The part of ml-cart that is used; it comes without types.
declare module "ml-cart" {
  export interface TreeNode {
    readonly left?: TreeNode;
    readonly right?: TreeNode;
    readonly splitColumn?: number;
    readonly splitValue?: number;
  }
  export class DecisionTreeRegression {
    constructor(options: { readonly maxDepth: number; readonly minNumSamples: number; readonly gainThreshold: number });
    train(rows: number[][], values: number[]): void;
    toJSON(): { readonly root: TreeNode };
  }
}
