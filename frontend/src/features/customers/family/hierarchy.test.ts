// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { type Branch, treeOf } from './hierarchy';

const company = (id: string, parent_id: string | null = null) => ({ id, name: id, parent_id });
const words = ({ company: { id }, below }: Branch): string => `${id}(${below.map(words).join()})`;
const tree = (ancestors: string[], nodes: ReturnType<typeof company>[]) => {
  const found = treeOf({ ancestors: ancestors.map((id) => company(id)), nodes, partial: false, rollup: null });
  return found && words(found);
};

describe('the tree a customer stands in', () => {
  it('begins with the topmost company', () => {
    const nodes = [company('self', 'region'), company('a', 'self'), company('b', 'a'), company('c', 'self')];
    expect(tree(['group', 'region'], nodes)).toBe('group(region(self(a(b()),c())))');
  });

  it('keeps whose parent one may not see', () => {
    expect(tree([], [company('self'), company('b', null)])).toBe('self(b())');
    expect(tree([], [])).toBeUndefined();
  });
});
