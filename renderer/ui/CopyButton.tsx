import { useEffect, useState } from 'react';
import { Check, Copy } from 'lucide-react';
import { Button } from './Button.js';
import { useText } from './use-text.js';

/** How long it says that it has copied, in ms. */
const SAID_MS = 1500;

/** Copies a text; `label` says which. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const t = useText();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SAID_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <>
      <Button
        tone="quiet"
        label={label}
        icon={copied ? <Check aria-hidden /> : <Copy aria-hidden />}
        onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
      />
      <span role="status" className="visually-hidden">
        {copied ? t('ui.start.copied') : ''}
      </span>
    </>
  );
}
