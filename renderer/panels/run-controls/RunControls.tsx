export function RunControls() {
  return <div />;
}
