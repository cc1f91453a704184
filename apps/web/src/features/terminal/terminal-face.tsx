/** The terminal with a face: asleep, looking, glad, out of order. For the eye only. */
import type { ReactNode } from 'react';
import type { Tone } from '../../parts/status-tag.tsx';

const faces: Readonly<Record<Tone, ReactNode>> = {
  todo: (
    <>
      <circle cx="27" cy="40" r="3" />
      <circle cx="45" cy="40" r="3" />
      <path d="M31 51h10" />
    </>
  ),
  waiting: <path d="M23 41h8m10 0h8m-16 10h6" />,
  done: (
    <>
      <circle cx="27" cy="40" r="3" />
      <circle cx="45" cy="40" r="3" />
      <path d="M28 48q8 8 16 0" />
    </>
  ),
  harm: <path d="m24 37 6 6m0-6-6 6m18-6 6 6m0-6-6 6m-14 12q8-8 16 0" />,
  quiet: <path d="M23 40q4 4 8 0m10 0q4 4 8 0m-15 11h4" />,
};

const keys = [0, 1, 2].flatMap((row) => [0, 1, 2].map((column) => [column, row] as const));

export function TerminalFace({ tone }: { tone: Tone }) {
  return (
    <svg
      className="face"
      data-tone={tone}
      viewBox="0 0 72 118"
      width="72"
      height="118"
      aria-hidden="true"
    >
      {tone === 'done' && <path className="face-slip" d="M20 14V2h32v12" />}
      <rect className="face-body" x="8" y="12" width="56" height="102" rx="9" />
      <rect className="face-screen" x="15" y="22" width="42" height="42" rx="4" />
      <g className="face-look">{faces[tone]}</g>
      {keys.map(([column, row]) => (
        <rect
          key={`${column}${row}`}
          className="face-key"
          x={19 + column * 13}
          y={73 + row * 12}
          width="8"
          height="6"
          rx="2"
        />
      ))}
    </svg>
  );
}
