export function EventsPanel() {
  return <div />;
}
