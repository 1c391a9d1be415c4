import styles from './LineMarkers.module.css';

/** The ends of lines, one shape a phase; drawn in the line's own colour. */
export function LineMarkers() {
  return (
    <svg className={styles.shelf} aria-hidden>
      <defs>
        <Marker phase="connected">
          <path d="M1,1 L11,6 L1,11 Z" fill="context-stroke" />
        </Marker>
        <Marker phase="connecting">
          <path d="M1,1 L11,6 L1,11" fill="none" stroke="context-stroke" strokeWidth={1.8} />
        </Marker>
        <Marker phase="held">
          <path d="M1,1 L8,6 L1,11 Z M9,1 h2 v10 h-2 Z" fill="context-stroke" />
        </Marker>
        <Marker phase="gone">
          <circle cx={6} cy={6} r={4} fill="none" stroke="context-stroke" strokeWidth={1.8} />
        </Marker>
        <Marker phase="waiting">
          <path d="M3,2 L10,6 L3,10" fill="none" stroke="context-stroke" strokeWidth={1.5} />
        </Marker>
        <Marker phase="refused">
          <path d="M2,2 L10,10 M10,2 L2,10" fill="none" stroke="context-stroke" strokeWidth={1.8} />
        </Marker>
      </defs>
    </svg>
  );
}

function Marker({ phase, children }: { phase: string; children: React.ReactNode }) {
  return (
    <marker
      id={`lab-line-${phase}`}
      viewBox="0 0 12 12"
      refX={10.5}
      refY={6}
      markerWidth={12}
      markerHeight={12}
      markerUnits="userSpaceOnUse"
      orient="auto"
    >
      {children}
    </marker>
  );
}
