import { useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { completeFilter, type FilterVocabulary } from '#core/shared/trace/query/complete-filter.js';
import { parseFilter } from '#core/shared/trace/query/parse-filter.js';
import { labStore } from '#renderer/store/lab-store.js';
import { useText } from '#renderer/ui/use-text.js';
import styles from './FilterBox.module.css';

interface Props {
  value: string;
  onChange: (text: string) => void;
}

/** The filter in writing: it proposes what may come next, and underlines what it cannot read. */
export function FilterBox({ value, onChange }: Props) {
  const text = useText();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const marks = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<number>();
  const [chosen, setChosen] = useState(-1);
  const [issue] = useMemo(() => parseFilter(value).issues, [value]);
  const offered = at === undefined ? undefined : completeFilter(value, at, vocabulary());
  const proposals = offered?.proposals ?? [];
  const close = (): void => {
    setAt(undefined);
    setChosen(-1);
  };
  const put = (proposal: string): void => {
    if (!offered) return;
    const more = /[: ]$/.test(proposal) ? '' : ' ';
    const place = offered.from + proposal.length + more.length;
    onChange(value.slice(0, offered.from) + proposal + more + value.slice(offered.to).replace(/^ /, ''));
    setChosen(-1);
    // Behind a value the box is done; behind `field:` it goes on.
    setAt(more ? undefined : place);
    // The place of the cursor is set behind the value that React writes.
    requestAnimationFrame(() => input.current?.setSelectionRange(place, place));
  };
  const key = (press: KeyboardEvent): void => {
    const open = proposals.length > 0;
    const pick = proposals[chosen];
    const [first] = proposals;
    // Tab completes what was begun; else it leaves the box, as everywhere.
    const begun = offered && at !== undefined && offered.from < at;
    if (press.key === 'ArrowDown' && open) setChosen((chosen + 1) % proposals.length);
    else if (press.key === 'ArrowUp' && open)
      setChosen((Math.max(chosen, 0) + proposals.length - 1) % proposals.length);
    else if (press.key === 'Enter' && pick !== undefined) put(pick);
    else if (press.key === 'Tab' && !press.shiftKey && begun && first !== undefined) put(pick ?? first);
    else if (press.key === 'Escape' && open) close();
    else if (press.key === 'Escape' && value) onChange('');
    else return;
    press.preventDefault();
  };
  const moved = (): void => {
    if (marks.current && input.current) marks.current.scrollLeft = input.current.scrollLeft;
  };
  return (
    <div className={styles.box}>
      <div ref={marks} className={styles.marks} aria-hidden="true">
        {value.slice(0, issue?.from ?? value.length)}
        {issue && <mark>{value.slice(issue.from, issue.to) || ' '}</mark>}
        {issue && value.slice(issue.to)}
      </div>
      <input
        ref={input}
        role="combobox"
        spellCheck={false}
        autoComplete="off"
        aria-label={text('ui.filter.label')}
        placeholder={text('ui.filter.placeholder')}
        aria-expanded={proposals.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={proposals[chosen] === undefined ? undefined : `${id}-${chosen}`}
        aria-invalid={issue !== undefined}
        aria-describedby={issue && `${id}-issue`}
        value={value}
        onChange={({ target }) => {
          onChange(target.value);
          setAt(target.selectionStart ?? target.value.length);
          setChosen(-1);
        }}
        onClick={({ currentTarget }) => setAt(currentTarget.selectionStart ?? 0)}
        onKeyDown={key}
        onScroll={moved}
        onBlur={close}
      />
      {issue && (
        <span id={`${id}-issue`} role="status" className={styles.issue}>
          {text(`ui.filter.issue.${issue.code}`, { what: issue.what, at: issue.from + 1 })}
        </span>
      )}
      <ul
        id={`${id}-list`}
        role="listbox"
        aria-label={text('ui.filter.proposals')}
        className={styles.proposals}
        hidden={proposals.length === 0}
      >
        {proposals.map((proposal, index) => (
          <li
            key={proposal}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === chosen}
            onPointerDown={(press) => {
              press.preventDefault();
              put(proposal);
            }}
          >
            {proposal}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Names that this window knows of, at the moment when they are asked for. */
function vocabulary(): FilterVocabulary {
  const { nodes, links, machines } = labStore.getState();
  const running = [...machines.values()];
  const each = (names: string[]): string[] => [...new Set(names)].sort();
  return {
    nodes: nodes.map(({ name }) => name),
    links: each(links.map(({ id }) => id)),
    machines: each(running.map(({ machine }) => machine)),
    instances: each(running.map(({ instance }) => instance)),
    states: each(running.map(({ state }) => state)),
  };
}
