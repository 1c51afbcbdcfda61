/** A process without any work: how long it stands still is how long the machine lets everybody wait for a processor. */
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** As Node's own metrics look, so that the two can be compared. */
const RESOLUTIE_MS = 10;

const vertraging = monitorEventLoopDelay({ resolution: RESOLUTIE_MS });
vertraging.enable();

process.on('message', () => {
  const langstePauzeMs = Math.max(0, vertraging.max / 1e6 - RESOLUTIE_MS);
  vertraging.reset();
  process.send?.({ langstePauzeMs });
});
