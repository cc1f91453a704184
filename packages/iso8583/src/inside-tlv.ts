/** What is inside F55 (BER) and F46, F57, F59 (characters). */
import { fromAscii } from './bytes.ts';
import type { Content, Inside, Opened } from './inside.ts';
import type { TerminalInfoForm } from './terminal-info.ts';
import { F59_FORM, F59_LOCATION, textTlvNodes } from './text-tlv.ts';
import type { TextTlvForm } from './text-tlv.ts';
import { readBerTree } from './tlv.ts';
import type { TlvError, TlvNode } from './tlv.ts';

/** F55, templates and all. */
export function insideChip({ value, offset, step }: Content): Opened {
  if (typeof value === 'string') return { parts: [] };
  const { nodes, error } = readBerTree(value);
  const parts = nodes.map((node) => chipPart(node, { path: step.path, offset }));
  return error === undefined ? { parts } : { parts, error: placed(error, step.path, offset) };
}

type Place = { readonly path: string; readonly offset: number };

function chipPart(node: TlvNode, place: Place): Inside {
  const path = `${place.path}.${node.tag}`;
  const offset = place.offset + node.offset;
  // Children count from the same first byte as their parent does.
  const children = node.children.map((child) => chipPart(child, { path, offset: place.offset }));
  return { path, offset, length: node.length, value: node.value, children };
}

/** An error inside a field as an error of the frame. */
export function placed(error: TlvError, path: string, offset: number): TlvError {
  const whole = error.path === '' ? path : `${path}.${error.path}`;
  return { ...error, path: whole, offset: offset + error.offset };
}

/** F46, F57 or F59: entries, and entries in those that speak of the terminal and of its place. */
export function insideTextTlv(content: Content, form: TerminalInfoForm): Opened | undefined {
  const { step, offset } = content;
  const bytes = typeof content.value === 'string' ? fromAscii(content.value) : content.value;
  const { nodes, error } = textTlvNodes(bytes);
  // A text that begins with no entry is simply text.
  if (nodes.length === 0) return undefined;
  const parts = nodes.map((node) => {
    const path = `${step.path}.${node.tag}`;
    const inner = INNER(node.tag, form);
    const at = offset + node.offset + node.length - node.value.length;
    const children = inner === undefined ? [] : entriesIn(node.value, { path, offset: at, inner });
    return { path, offset: offset + node.offset, length: node.length, value: node.value, children };
  });
  return error === undefined ? { parts } : { parts, error: placed(error, step.path, offset) };
}

function INNER(tag: string, form: TerminalInfoForm): TextTlvForm | undefined {
  if (tag === form.tag) return form.inner;
  return tag === F59_LOCATION ? F59_FORM : undefined;
}

function entriesIn(
  value: Uint8Array,
  { path, offset, inner }: Place & { readonly inner: TextTlvForm },
): Inside[] {
  return textTlvNodes(value, inner).nodes.map((node) => ({
    path: `${path}.${node.tag}`,
    offset: offset + node.offset,
    length: node.length,
    value: node.value,
    children: [],
  }));
}
