/** The API page of the codec names every name that its door has, and no other. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const folder = `${import.meta.dirname}/../packages/iso8583`;
const door = readFileSync(`${folder}/src/index.ts`, 'utf8');
const page = readFileSync(`${folder}/API.md`, 'utf8');

const exported = Array.from(door.matchAll(/export \{([^}]*)\}/g), ([, names = '']) =>
  names.split(',').map((name) => name.replace('type ', '').trim()),
)
  .flat()
  .filter(Boolean);
// A name in code, alone or in front of its arguments.
const named = new Set(Array.from(page.matchAll(/`([A-Za-z][A-Za-z0-9_]*)/g), ([, name]) => name));

it('has many names', () => expect(exported.length).toBeGreaterThan(100));

it.each(exported)('%s is on the page', (name) => {
  expect(named).toContain(name);
});
