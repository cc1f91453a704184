import { describe, expect, it } from 'vitest';
import { cardOf } from './cards.ts';
import { amountIn, need, readOptions, stateFile } from './options.ts';
import { Trouble } from './trouble.ts';

const unknown = () => readOptions(['--colour', 'red']);

describe('the command line', () => {
  it('takes options anywhere, with or without an equals sign', () => {
    const options = readOptions(['--serial', 'SN1', 'sale', '12.34', '--lang=zh-Hant', '--json']);
    expect(options.words).toEqual(['sale', '12.34']);
    expect(options.value('serial')).toBe('SN1');
    expect(options.lang).toBe('zh-Hant');
    expect(options.has('json')).toBe(true);
    expect(options.has('no-paper')).toBe(false);
  });

  it('names an option that does not exist, in the words of the reader', () => {
    expect(unknown).toThrow(Trouble);
    expect(unknown).toThrow('There is no option --colour');
  });

  it.each([
    ['12.34', 1_234n],
    ['12', 1_200n],
    ['0.5', 50n],
  ])('reads %s as an amount', (text, minor) => {
    expect(amountIn(text, 'sale AMOUNT')).toBe(minor);
  });

  it.each(['', '-1', '1.234', '1,00', 'ten', '12345678901'])('does not read %s as one', (text) => {
    expect(() => amountIn(text, 'sale AMOUNT')).toThrow('is no amount');
  });

  it('says how a command is used when its words are missing', () => {
    expect(() => amountIn(undefined, 'sale AMOUNT')).toThrow('Usage: sale AMOUNT');
    expect(() => need(readOptions([]), 'rrn', 'it names the sale')).toThrow('--rrn is missing');
  });

  it('keeps each terminal in a file of its own, and no other file', () => {
    expect(stateFile(readOptions(['--serial', 'SN1']))).toMatch(/\.kaitong\/terminal-SN1\.json$/);
    expect(stateFile(readOptions(['--state', 'here.json']))).toBe('here.json');
    expect(() => stateFile(readOptions(['--serial', '../x']))).toThrow('Say which terminal');
    expect(() => stateFile(readOptions([]))).toThrow('Say which terminal');
  });

  it.each([
    ['swipe', 'swipe'],
    ['tap', 'contactless'],
    ['chip', 'chip'],
    ['manual', 'manual'],
  ])('holds the card as told: %s', (word, entry) => {
    const card = cardOf(readOptions(['--entry', word, '--pin', '123456']));
    expect(card).toMatchObject({ entry, pin: '123456' });
    expect('chip' in card).toBe(entry === 'chip' || entry === 'contactless');
    expect('track2' in card).toBe(entry === 'swipe');
  });
});
