import { describe, expect, it } from 'vitest';
import { placeNodes } from './flow-layout.ts';

const node = (id: string) => ({ id, label: id });
const edge = (from: string, to: string) => ({ from, to, event: 'go' });

describe('the places of a flow chart', () => {
  it('puts a chain on one straight line', () => {
    const places = placeNodes(['a', 'b', 'c'].map(node), [edge('a', 'b'), edge('b', 'c')]);
    expect([...places.values()]).toEqual([
      { rank: 0, row: 0 },
      { rank: 1, row: 0 },
      { rank: 2, row: 0 },
    ]);
  });

  it('is not pushed along by an edge that leads back', () => {
    const edges = [edge('draft', 'review'), edge('review', 'draft'), edge('review', 'done')];
    const places = placeNodes(['draft', 'review', 'done'].map(node), edges);
    expect(places.get('draft')?.rank).toBe(0);
    expect(places.get('done')?.rank).toBe(2);
  });

  it('stands a node behind all that lead to it', () => {
    const edges = [edge('a', 'b'), edge('b', 'c'), edge('a', 'c')];
    expect(placeNodes(['a', 'b', 'c'].map(node), edges).get('c')?.rank).toBe(2);
  });

  it('places nodes that nothing reaches, and survives an edge to itself', () => {
    const places = placeNodes(['a', 'lost'].map(node), [edge('a', 'a')]);
    expect(places.size).toBe(2);
  });

  it('gives no two nodes the same place', () => {
    const nodes = ['a', 'b', 'c', 'd', 'e'].map(node);
    const edges = [edge('a', 'b'), edge('a', 'c'), edge('b', 'd'), edge('c', 'd'), edge('d', 'e')];
    const seen = [...placeNodes(nodes, edges).values()].map(({ rank, row }) => `${rank}/${row}`);
    expect(new Set(seen).size).toBe(nodes.length);
  });
});
