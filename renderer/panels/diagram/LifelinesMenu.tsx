import { EyeOff } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { AS_IT_COMES, type Arrangement } from '#core/shared/trace/diagram/arrangement.js';
import { useLab } from '#renderer/store/use-lab.js';
import { Button } from '#renderer/ui/Button.tsx';
import { useText } from '#renderer/ui/use-text.js';
import styles from './DiagramView.module.css';

interface Props {
  hidden: ReadonlySet<string>;
  arrangement: Arrangement;
  onHide: (hidden: Set<string>) => void;
  onArrange: (arrangement: Arrangement) => void;
}

/** Processes and clients to leave out, all clients at once too; and lifelines that stand for several. */
export function LifelinesMenu({ hidden, arrangement, onHide, onArrange }: Props) {
  const t = useText();
  const { processes, clients } = useLab((state) => ({
    processes: state.nodes.map(({ name }) => name).join('\n'),
    clients: state.clients.map(({ name }) => `client:${name}`).join('\n'),
  }));
  const clientNames = clients.split('\n').filter(Boolean);
  // What was hidden at its own lifeline can be had back here, whatever it is.
  const names = new Set([...processes.split('\n').filter(Boolean), ...clientNames, ...hidden]);
  const set = (changed: readonly string[], on: boolean): void => {
    const next = new Set(hidden);
    for (const name of changed)
      if (on) next.delete(name);
      else next.add(name);
    onHide(next);
  };
  const entry = (label: string, checked: boolean, onChange: (on: boolean) => void) => (
    <DropdownMenu.CheckboxItem
      key={label}
      className={styles.entry}
      checked={checked}
      onSelect={(event) => event.preventDefault()}
      onCheckedChange={onChange}
    >
      <DropdownMenu.ItemIndicator>✓ </DropdownMenu.ItemIndicator>
      {label}
    </DropdownMenu.CheckboxItem>
  );
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <Button icon={<EyeOff aria-hidden />}>
          {t('ui.diagram.lifelines')}
          {hidden.size > 0 ? ` (−${hidden.size})` : ''}
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={styles.menu} align="end">
          {entry(t('ui.diagram.clients-as-one'), arrangement.clientsAsOne, (clientsAsOne) =>
            onArrange({ ...arrangement, clientsAsOne }),
          )}
          <DropdownMenu.Item className={styles.entry} onSelect={() => onArrange(AS_IT_COMES)}>
            {t('ui.diagram.as-it-comes')}
          </DropdownMenu.Item>
          <DropdownMenu.Separator className={styles.rule} />
          {clientNames.length > 1
            ? entry(
                t('ui.diagram.all-clients'),
                clientNames.some((name) => !hidden.has(name)),
                (on) => set(clientNames, on),
              )
            : null}
          {[...names].map((name) => entry(name, !hidden.has(name), (on) => set([name], on)))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
