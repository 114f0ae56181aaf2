// Where everything in the circle is, seen from above, on a square of 1000. The sizes follow from how many chairs
// there are, so that a chair, its ring and the bowl never touch, with 2 chairs or with 24.

export const SIZE = 1000;
export const MIDDLE = SIZE / 2;

export interface Spot {
  x: number;
  y: number;
}

export interface Layout {
  chairs: Spot[];
  dots: Spot[];
  /** Radius of a chair's shape. */
  chair: number;
  /** Radius of the ring around who has the word, and of the glow of the open chair. */
  halo: number;
  bowl: number;
  dot: number;
}

const OUTER = 482;
const WIDEST_CHAIR = 54;
const HALO = 1.68;
/** More dots than this say nothing more, and cost a projector its smoothness. */
const MOST_DOTS = 240;

/** `labelled` leaves room for a name below each chair. */
export function layout(chairs: number, outer: number, labelled = false): Layout {
  const dots = Math.min(outer, MOST_DOTS);
  const rings = dots > 96 ? 3 : dots > 36 ? 2 : 1;
  const dot = rings === 1 ? 9 : 6.5;
  const crowd = (rings - 1) * 24 + dot * 2;
  const radius = OUTER - crowd - 40 - WIDEST_CHAIR * HALO - (labelled ? 8 : 0);
  const apart = chairs > 1 ? 2 * radius * Math.sin(Math.PI / chairs) : radius * 2;
  const chair = Math.min(WIDEST_CHAIR, apart / (2 * HALO + 0.25));
  const halo = chair * HALO;
  return {
    chairs: around(chairs, radius, 0),
    dots: crowdOf(dots, rings, dot),
    chair,
    halo,
    bowl: radius - halo - (labelled ? 52 : 36),
    dot,
  };
}

function around(n: number, radius: number, shift: number): Spot[] {
  return Array.from({ length: n }, (_, i) => {
    const angle = -Math.PI / 2 + (2 * Math.PI * (i + shift)) / n;
    return { x: MIDDLE + radius * Math.cos(angle), y: MIDDLE + radius * Math.sin(angle) };
  });
}

function crowdOf(dots: number, rings: number, dot: number): Spot[] {
  const spots: Spot[] = [];
  for (let ring = 0; ring < rings; ring++) {
    const here = Math.floor((dots * (ring + 1)) / rings) - Math.floor((dots * ring) / rings);
    spots.push(...around(here, OUTER - dot - ring * 24, ring % 2 ? 0 : 0.5));
  }
  return spots;
}
