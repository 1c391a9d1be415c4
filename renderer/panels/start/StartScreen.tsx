import { Button } from '#renderer/ui/Button.tsx';
import { useText } from '#renderer/ui/use-text.js';

export function StartScreen() {
  useText();
  return <Button />;
}
