export function PendingPanel() {
  return <div />;
}
