// A role is a shape with a colour, never a colour alone. The colour is the session's data, so it goes in as a custom
// property, beside a lighter one for a dark page; which of the two is drawn is the style sheet's business.

import type { JSX } from "preact";
import type { Role, Shape as ShapeName } from "./protocol.ts";

const CORNERS: Partial<Record<ShapeName, { n: number; turn: number; scale: number; down: number }>> = {
  diamond: { n: 4, turn: 0, scale: 1.22, down: 0 },
  square: { n: 4, turn: Math.PI / 4, scale: 1.2, down: 0 },
  triangle: { n: 3, turn: -Math.PI / 2, scale: 1.3, down: 0.15 },
  hexagon: { n: 6, turn: 0, scale: 1.1, down: 0 },
};

interface ShapeProps {
  shape: ShapeName;
  color: string;
  x: number;
  y: number;
  r: number;
}

/** A role's shape inside an SVG. All of them weigh about the same at the same `r`. */
export function Shape({ shape, color, x, y, r }: ShapeProps): JSX.Element {
  const style = { "--role": color, "--role-dark": lighter(color) };
  const corners = CORNERS[shape];
  if (corners) {
    const points = Array.from({ length: corners.n }, (_, i) => {
      const angle = corners.turn + (2 * Math.PI * i) / corners.n;
      const px = x + r * corners.scale * Math.cos(angle);
      const py = y + r * corners.scale * Math.sin(angle) + r * corners.down;
      return `${px.toFixed(1)},${py.toFixed(1)}`;
    });
    return <polygon class="role" points={points.join(" ")} stroke-width={r * 0.28} style={style} />;
  }
  if (shape === "ring")
    return <circle class="role ring" cx={x} cy={y} r={r * 0.85} stroke-width={r * 0.3} style={style} />;
  return <circle class="role" cx={x} cy={y} r={r} stroke-width={0} style={style} />;
}

/** The shape as a sign in a line of text; the words beside it say what it is. */
export function RoleSign({
  role,
  size = "1em",
}: {
  role: Pick<Role, "shape" | "color">;
  size?: string | number;
}) {
  return (
    <svg
      class="role-sign"
      viewBox="0 0 40 40"
      width={size}
      height={size}
      aria-hidden="true"
      focusable="false"
    >
      <Shape shape={role.shape} color={role.color} x={20} y={20} r={13} />
    </svg>
  );
}

/** The colour mixed with white until it carries on a dark page; whatever isn't #rrggbb stays as it is. */
export function lighter(color: string, part = 0.35): string {
  const found = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color);
  if (!found) return color;
  const mixed = found.slice(1).map((pair) => {
    const value = Number.parseInt(pair, 16);
    return Math.round(value + (255 - value) * part)
      .toString(16)
      .padStart(2, "0");
  });
  return `#${mixed.join("")}`;
}
