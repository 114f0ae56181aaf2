// The circle from above: the picture of the product, on every screen. Chairs with their role's shape, the open one
// dashed and warm, a ring around who has the word, the item's time as the bowl's thinning edge, the others as dots.
//
// It knows no texts: whoever draws it says what it is called and what is in it, since phone, projector and console
// say so differently. With `onChair` every chair is a button.

import type { ComponentChildren, JSX } from "preact";
import { useId } from "preact/hooks";
import type { Chair, Role } from "./protocol.ts";
import { layout, MIDDLE, SIZE, type Spot } from "./ring.ts";
import { Shape } from "./roles.tsx";

export interface CircleProps<C extends Chair> {
  chairs: Record<string, C>;
  roles: Record<string, Role>;
  /** How many people sit around it. */
  outer: number;
  /** The accessible name, and what is to be seen in a sentence or two. */
  label: string;
  description?: string;
  /** What is left of the item's time, 0 to 1; absent draws no time. */
  left?: number;
  /** SVG for the middle of the bowl (1000 wide, so the middle is at 500, 500). */
  centre?: ComponentChildren;
  /** A word below a chair (a name, "open chair"); "" for none. */
  caption?: (no: string, chair: C) => string;
  /** The chair the reader sits in. */
  mine?: number | undefined;
  /** Makes chairs buttons; `chairLabel` is then what each is called. */
  onChair?: ((no: string, chair: C) => void) | undefined;
  chairLabel?: (no: string, chair: C) => string;
  /** The chair that is being pointed at, on the console. */
  chosen?: string | undefined;
}

export function Circle<C extends Chair>(props: CircleProps<C>): JSX.Element {
  const id = useId();
  const chairs = Object.entries(props.chairs).sort(([a], [b]) => Number(a) - Number(b));
  const plan = layout(chairs.length, props.outer, props.caption !== undefined);
  const description = props.description ? `${id}-d` : undefined;
  return (
    <svg
      class="circle"
      viewBox={`0 0 ${SIZE} ${SIZE}`}
      role={props.onChair ? "group" : "img"}
      aria-labelledby={`${id}-t`}
      aria-describedby={description}
    >
      <title id={`${id}-t`}>{props.label}</title>
      {props.description && <desc id={description}>{props.description}</desc>}
      <g aria-hidden={props.onChair ? "true" : undefined}>
        <Bowl radius={plan.bowl} left={props.left} />
        {props.centre}
        {plan.dots.map(({ x, y }) => (
          <circle class="dot" cx={x.toFixed(1)} cy={y.toFixed(1)} r={plan.dot} />
        ))}
      </g>
      {chairs.map(([no, chair], i) => (
        <Seat key={no} no={no} chair={chair} at={plan.chairs[i] as Spot} plan={plan} {...props} />
      ))}
    </svg>
  );
}

function Bowl({ radius, left }: { radius: number; left: number | undefined }) {
  const length = 2 * Math.PI * radius;
  return (
    <>
      <circle class="bowl" cx={MIDDLE} cy={MIDDLE} r={radius} />
      {left !== undefined && (
        <circle
          class="time"
          cx={MIDDLE}
          cy={MIDDLE}
          r={radius}
          stroke-dasharray={`${(length * left).toFixed(1)} ${length.toFixed(1)}`}
          transform={`rotate(-90 ${MIDDLE} ${MIDDLE})`}
          data-left={left.toFixed(3)}
        />
      )}
    </>
  );
}

interface SeatProps<C extends Chair> extends CircleProps<C> {
  no: string;
  chair: C;
  at: Spot;
  plan: { chair: number; halo: number };
}

function Seat<C extends Chair>(props: SeatProps<C>) {
  const { no, chair, at, plan, roles, caption, mine, onChair, chairLabel, chosen } = props;
  const { x, y } = at;
  const taken = chair.role !== undefined || "person" in chair;
  const role = chair.role === undefined ? undefined : roles[chair.role];
  const said = caption?.(no, chair) ?? "";
  const above = y < MIDDLE - 200;
  const press = onChair && {
    role: "button" as const,
    tabIndex: 0,
    "aria-label": chairLabel?.(no, chair) ?? no,
    onClick: () => onChair(no, chair),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      event.stopPropagation();
      onChair(no, chair);
    },
  };
  return (
    <g class={`seat ${state(chair, taken)}${chosen === no ? " chosen" : ""}`} data-chair={no} {...press}>
      {onChair && <circle class="reach" cx={x} cy={y} r={plan.halo} />}
      {!taken && (
        <>
          {(chair.kind === "open" || chair.kept) && <circle class="glow" cx={x} cy={y} r={plan.halo} />}
          <circle class="empty" cx={x} cy={y} r={plan.chair * 0.96} />
        </>
      )}
      {chair.word !== undefined && <circle class="word" cx={x} cy={y} r={plan.halo} />}
      {taken && <Taken x={x} y={y} r={plan.chair * 0.92} role={role} />}
      {mine !== undefined && String(mine) === no && (
        <circle class="mine" cx={x} cy={y} r={plan.chair * 0.3} />
      )}
      {said && (
        <text class="caption" x={x} y={above ? y - plan.halo - 14 : y + plan.halo + 34}>
          {said}
        </text>
      )}
    </g>
  );
}

/** Somebody sits there; on a projector that shows nothing, one can't see who or from where. */
function Taken({ x, y, r, role }: { x: number; y: number; r: number; role: Role | undefined }) {
  if (!role) return <circle class="somebody" cx={x} cy={y} r={r} />;
  return <Shape shape={role.shape} color={role.color} x={x} y={y} r={r} />;
}

function state(chair: Chair, taken: boolean): string {
  if (chair.word !== undefined) return "speaking";
  if (taken) return "taken";
  if (chair.kept) return "kept";
  return chair.kind === "open" ? "open" : "free";
}
