import { describe, expect, it } from 'vitest';
import { layOut } from './flow-layout.ts';

const room = { node: 100, bend: 20 };
const node = (id: string) => ({ id, label: id });
const edge = (from: string, to: string) => ({ from, to, event: 'go' });
const laid = (ids: string, ...edges: [string, string][]) =>
  layOut(
    ids.split('').map(node),
    edges.map(([from, to]) => edge(from, to)),
    room,
  );

describe('the layout of a flow chart', () => {
  it('puts a chain on one straight line', () => {
    const { nodes } = laid('abc', ['a', 'b'], ['b', 'c']);
    expect([...nodes.values()]).toEqual([
      { rank: 0, across: 0 },
      { rank: 1, across: 0 },
      { rank: 2, across: 0 },
    ]);
  });

  it('is not pushed along by an edge that leads back, and runs it from its end to its start', () => {
    const { nodes, routes } = laid('abc', ['a', 'b'], ['b', 'a'], ['b', 'c']);
    expect(nodes.get('a')?.rank).toBe(0);
    expect(nodes.get('c')?.rank).toBe(2);
    expect(routes[1]?.isBack).toBe(true);
    expect(routes[1]?.spots.map(({ rank }) => rank)).toEqual([1, 0]);
  });

  it('stands a node behind all that lead to it', () => {
    const { nodes } = laid('abc', ['a', 'b'], ['b', 'c'], ['a', 'c']);
    expect(nodes.get('c')?.rank).toBe(2);
  });

  it('leads a long edge beside the nodes it passes', () => {
    const { nodes, routes } = laid('abc', ['a', 'b'], ['b', 'c'], ['a', 'c']);
    const bend = routes[2]?.spots[1];
    const beside = Math.abs((bend?.across ?? 0) - (nodes.get('b')?.across ?? 0));
    expect(bend?.rank).toBe(1);
    expect(beside).toBeGreaterThanOrEqual(60);
  });

  it('places nodes that nothing reaches, and survives an edge to itself', () => {
    expect(laid('ab', ['a', 'a']).nodes.size).toBe(2);
  });

  it('lets no two nodes of a rank touch', () => {
    const { nodes } = laid('abcde', ['a', 'b'], ['a', 'c'], ['a', 'd'], ['b', 'e'], ['d', 'e']);
    const row = [...nodes.values()].filter(({ rank }) => rank === 1).map(({ across }) => across);
    const [first = 0, second = 0, third = 0] = row.toSorted((a, b) => a - b);
    expect(second - first).toBeGreaterThanOrEqual(room.node - 0.001);
    expect(third - second).toBeGreaterThanOrEqual(room.node - 0.001);
  });

  it('says which edge leads nowhere', () => {
    expect(() => laid('a', ['a', 'gone'])).toThrow('gone');
  });
});
