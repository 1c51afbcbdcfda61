/** The process that asks: the same questions, connections and settings for whichever server it is pointed at. */
import { createHistogram } from 'node:perf_hooks';
import { Agent, type Dispatcher } from 'undici';
import { verzoek, type LastMeting, type LastOpdracht } from './bron-verzoek.ts';
import type { Vraag } from './bron-vulling.ts';

process.on('message', (opdracht: LastOpdracht) => {
  void meet(opdracht).then((meting) => process.send?.(meting));
});

async function meet({ adres, tls, vragen, verbindingen, seconden }: LastOpdracht): Promise<LastMeting> {
  const agent = new Agent({ connections: verbindingen, pipelining: 1, connect: tls });
  const tijden = createHistogram({ lowest: 1, highest: 60_000_000, figures: 3 });
  let [aantal, bytes, fouten, volgende] = [0, 0, 0, 0];
  const begin = performance.now();
  const einde = begin + seconden * 1000;
  const vrager = async (): Promise<void> => {
    while (performance.now() < einde) {
      const nummer = volgende++ % vragen.length;
      const gevraagd = performance.now();
      const antwoord = await vraag(agent, adres, vragen[nummer], nummer);
      tijden.record(Math.max(1, Math.round((performance.now() - gevraagd) * 1000)));
      aantal += 1;
      bytes += antwoord.bytes;
      if (antwoord.status !== 200) fouten += 1;
    }
  };
  await Promise.all(Array.from({ length: verbindingen }, vrager));
  const duur = (performance.now() - begin) / 1000;
  await agent.close();
  return {
    perSeconde: aantal / duur,
    p50Ms: tijden.percentile(50) / 1000,
    p99Ms: tijden.percentile(99) / 1000,
    gemiddeldBytes: bytes / aantal,
    fouten,
  };
}

/** Counts the bytes of an answer without keeping them: what the asker does must cost as little as possible. */
function vraag(
  agent: Agent,
  adres: string,
  gesteld: Vraag | undefined,
  nummer: number,
): Promise<{ status: number; bytes: number }> {
  return new Promise((klaar, mislukt) => {
    let [status, bytes] = [0, 0];
    const handler: Dispatcher.DispatchHandler = {
      onRequestStart: () => undefined,
      onResponseStart: (_, code) => void (status = code),
      onResponseData: (_, stuk) => void (bytes += stuk.length),
      onResponseEnd: () => klaar({ status, bytes }),
      onResponseError: (_, fout) => mislukt(fout),
    };
    agent.dispatch({ origin: adres, ...verzoek(gesteld, nummer) }, handler);
  });
}
