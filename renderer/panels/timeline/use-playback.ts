import { useEffect, useRef, useState } from 'react';

/** Events a second that a look back can be played at. */
export const SPEEDS = [5, 20, 100, 1000] as const;
/** Real time between two pictures, in ms. */
const PICTURE_MS = 100;

export interface Playback {
  playing: boolean;
  speed: number;
  setSpeed: (eventsPerSecond: number) => void;
  setPlaying: (playing: boolean) => void;
}

/** Goes on through the events from where the window looks back to; over when nothing is looked back at any more. */
export function usePlayback(at: number | undefined, go: (seq: number) => void): Playback {
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<number>(SPEEDS[1]);
  const newest = useRef({ at, go });
  newest.current = { at, go };
  const past = at !== undefined;
  useEffect(() => {
    if (!past) setPlaying(false);
  }, [past]);
  useEffect(() => {
    if (!playing) return;
    let exact = newest.current.at ?? 0;
    let shown = exact;
    const timer = setInterval(() => {
      const { at: stands, go: show } = newest.current;
      if (stands === undefined) return;
      // Somebody has moved the slider meanwhile: it is played from there.
      if (Math.abs(stands - shown) > 1) exact = stands;
      exact += (speed * PICTURE_MS) / 1000;
      shown = Math.floor(exact);
      if (shown !== stands) show(shown);
    }, PICTURE_MS);
    return () => clearInterval(timer);
  }, [playing, speed]);
  return { playing, speed, setSpeed, setPlaying };
}
