import { TriangleAlert, Info } from 'lucide-react';
import parts from './Parts.module.css';

export function Callout({ tone, children }: { tone: 'warn' | 'error' | 'quiet'; children: string }) {
  const Icon = tone === 'quiet' ? Info : TriangleAlert;
  return (
    <div role="note" className={`${parts.callout} ${parts[tone]}`}>
      <Icon aria-hidden />
      <p>{children}</p>
    </div>
  );
}
