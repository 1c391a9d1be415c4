import { Tabs } from '#renderer/ui/Tabs.tsx';
import { useText } from '#renderer/ui/use-text.js';
import { TwoEndsDialog } from '#renderer/panels/two-ends/TwoEndsDialog.tsx';
import { DetailsHeader } from './DetailsHeader.js';
import { LinkActions } from './LinkActions.js';
import { LinkEnds } from './LinkEnds.js';
import { LinkTranscript } from './LinkTranscript.js';
import { MachineDetails } from './MachineDetails.js';
import { useLink } from './use-link.js';
import parts from './Parts.module.css';
import styles from './Inspector.module.css';

/** A dialler without a socket, as the canvas names its line. */
const DIAL = 'dial ';

/** A TCP connection with both its ends, and all that went over it. */
export function LinkDetails({ link }: { link: string }) {
  if (link.startsWith(DIAL)) return <MachineDetails instance={link.slice(DIAL.length)} />;
  return <Connection id={link} />;
}

function Connection({ id }: { id: string }) {
  const t = useText();
  const shown = useLink(id);
  const { link, present } = shown;
  if (!link) return <DetailsHeader title={id} subtitle={t('ui.inspector.link.unknown')} />;
  const state = !present ? 'gone' : link.held.length > 0 ? 'held' : link.open ? 'open' : 'opening';
  const tone = { gone: 'quiet', held: 'warn', open: 'ok', opening: 'warn' } as const;
  return (
    <div className={styles.withTabs}>
      <DetailsHeader
        title={id}
        badge={
          <span className={`${parts.badge} ${parts[tone[state]]}`}>{t(`ui.inspector.link.${state}`)}</span>
        }
        subtitle={t('ui.inspector.link.service', { service: link.service, port: link.acceptor.port })}
      >
        <LinkActions link={link} present={present} />
        <TwoEndsDialog shown={shown} />
      </DetailsHeader>
      <div className={styles.tabs}>
        <Tabs
          id="link"
          label={t('ui.inspector.tabs.link')}
          tabs={[
            { id: 'ends', title: t('ui.inspector.ends'), content: <LinkEnds shown={shown} /> },
            {
              id: 'transcript',
              title: t('ui.inspector.transcript'),
              content: <LinkTranscript link={link} />,
            },
          ]}
        />
      </div>
    </div>
  );
}
