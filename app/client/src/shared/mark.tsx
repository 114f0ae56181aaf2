// The mark: seven seats around the middle, one of them open.

const SEATS = Array.from({ length: 7 }, (_, i) => {
  const angle = -Math.PI / 2 + (2 * Math.PI * i) / 7;
  return { x: 50 + 34 * Math.cos(angle), y: 50 + 34 * Math.sin(angle) };
});

export function Mark({ size = 30 }: { size?: number | string }) {
  return (
    <svg class="mark" viewBox="0 0 100 100" width={size} height={size} aria-hidden="true" focusable="false">
      {SEATS.map(({ x, y }, i) =>
        i === 1 ? (
          <circle class="open" cx={x.toFixed(1)} cy={y.toFixed(1)} r="8.5" />
        ) : (
          <circle cx={x.toFixed(1)} cy={y.toFixed(1)} r="10.5" />
        ),
      )}
    </svg>
  );
}
