/** How a machine's state is coloured; its name always stands beside the colour. */
export type Tone = 'ok' | 'warn' | 'error' | 'quiet';

const BAD = /gone$|failed|crashed|refused|rejected|conflict|error|lost|kicked|banned|excluded|destroyed/i;
const OVER = /^(closed|offline|down|left|gone|absent|ended)$/;
const ON_THE_WAY =
  /^(waiting|connecting|negotiating|pending|binding|locked|starting|stopping|dialling|joining|closing|unlisted|frozen|connected$)|opened|restarted|authenticat|reopening|sessionSetUp|opening|tcpOpen/i;

export function toneOf(state: string): Tone {
  if (OVER.test(state)) return 'quiet';
  if (BAD.test(state)) return 'error';
  return ON_THE_WAY.test(state) ? 'warn' : 'ok';
}
