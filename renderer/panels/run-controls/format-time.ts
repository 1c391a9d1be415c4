/** Lab time as `mm:ss.mmm`; an hour and more as `h:mm:ss.mmm`. */
export function formatTime(ms: number): string {
  const whole = Math.max(0, Math.floor(ms));
  const two = (value: number): string => String(value).padStart(2, '0');
  const minutes = Math.floor(whole / 60_000);
  const rest = `${two(Math.floor(whole / 1000) % 60)}.${String(whole % 1000).padStart(3, '0')}`;
  return minutes < 60
    ? `${two(minutes)}:${rest}`
    : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${rest}`;
}
