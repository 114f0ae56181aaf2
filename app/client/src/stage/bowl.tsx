// The bowl alone: calm water with the time as its edge, and around it one dot for each person in the room. While a
// vote is open the dots fill as votes come in; how many, never whose.

import type { ComponentChildren } from "preact";
import { layout, MIDDLE, SIZE } from "../shared/ring.ts";

const RADIUS = 320;

interface BowlProps {
  people: number;
  /** How many of them have voted. */
  lit?: number;
  left?: number | undefined;
  label: string;
  children?: ComponentChildren;
}

export function Bowl({ people, lit = 0, left, label, children }: BowlProps) {
  const length = 2 * Math.PI * RADIUS;
  const { dots, dot } = layout(0, people);
  const full = people > 0 ? Math.round((dots.length * Math.min(lit, people)) / people) : 0;
  return (
    <svg class="circle" viewBox={`0 0 ${SIZE} ${SIZE}`} role="img" aria-label={label}>
      <circle class="bowl" cx={MIDDLE} cy={MIDDLE} r={RADIUS} />
      {left !== undefined && (
        <circle
          class="time"
          cx={MIDDLE}
          cy={MIDDLE}
          r={RADIUS}
          stroke-dasharray={`${(length * left).toFixed(1)} ${length.toFixed(1)}`}
          transform={`rotate(-90 ${MIDDLE} ${MIDDLE})`}
        />
      )}
      {dots.map(({ x, y }, i) => (
        <circle
          key={i}
          class={i < full ? "dot voted" : "dot"}
          cx={x.toFixed(1)}
          cy={y.toFixed(1)}
          r={i < full ? dot * 1.35 : dot}
        />
      ))}
      {children}
    </svg>
  );
}

interface MiddleProps {
  over?: string | undefined;
  text: string;
  size?: number;
}

/** How wide a letter is, as a part of its height. */
const LETTER = 0.57;
const WIDEST = 530;

/** Two lines in the middle of a bowl. The second is `size` high, of the picture's 1000, or as high as fits. */
export function Middle({ over, text, size: most = 110 }: MiddleProps) {
  const size = Math.min(most, WIDEST / (LETTER * text.length));
  return (
    <g class="middle">
      {over && (
        <text class="over" x={MIDDLE} y={MIDDLE - size * 0.5} font-size={size * 0.42}>
          {over}
        </text>
      )}
      <text class="main" x={MIDDLE} y={MIDDLE + size * (over ? 0.5 : 0.35)} font-size={size}>
        {text}
      </text>
    </g>
  );
}
