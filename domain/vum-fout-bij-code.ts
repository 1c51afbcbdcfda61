import {
  VumAntwoordOnjuist,
  VumAntwoordTeGroot,
  VumLimiet,
  VumNietBeschikbaar,
  VumOnbereikbaar,
  VumStoring,
  VumTeLaat,
  VumVerbindingOnveilig,
  VumWeigertToegang,
  VumWeigertVraag,
  type VumBericht,
  type VumFout,
  type VumFoutContext,
} from './vum-fouten.ts';

const soorten: Readonly<Record<string, new (context: VumFoutContext) => VumFout>> = {
  'vum-weigert-vraag': VumWeigertVraag,
  'vum-weigert-toegang': VumWeigertToegang,
  'vum-limiet': VumLimiet,
  'vum-storing': VumStoring,
  'vum-niet-beschikbaar': VumNietBeschikbaar,
  'vum-te-laat': VumTeLaat,
  'vum-onbereikbaar': VumOnbereikbaar,
  'vum-verbinding-onveilig': VumVerbindingOnveilig,
  'vum-antwoord-onjuist': VumAntwoordOnjuist,
  'vum-antwoord-te-groot': VumAntwoordTeGroot,
};

/** The failure that a stored code stands for, with its text for people; undefined for a code of UM itself. */
export function vumFoutBijCode(code: string, bericht: VumBericht): VumFout | undefined {
  const Soort = soorten[code];
  return Soort && new Soort({ bericht });
}
