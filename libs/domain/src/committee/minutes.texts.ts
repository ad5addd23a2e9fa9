import type { Motion, Quorum, Recusal, Result, SessionOutcome } from './session.data.js';

/** The sentences of the minutes, in French: they are an administrative document, in French whoever reads it. */
const outcomes: Record<SessionOutcome, string> = {
  'award': 'Le comité propose l’attribution du label.',
  'conditional-award': 'Le comité propose l’attribution du label sous conditions.',
  'refuse': 'Le comité propose le refus du label.',
  'defer': 'Le comité renvoie l’examen du dossier à une autre séance.',
  'reserve': 'Le comité inscrit le dossier sur la liste de réserve.',
};

const motions: Record<SessionOutcome, string> = {
  'award': 'Attribution', 'conditional-award': 'Attribution sous conditions', 'refuse': 'Refus', 'defer': 'Renvoi à une autre séance', 'reserve': 'Liste de réserve',
};

export function itemSentence(result: Result | null, reserve: number | null): string {
  if (result === null) return 'Le dossier n’a pas été examiné.';
  if (result.by === 'inquorate') return 'Le quorum n’étant pas atteint pour ce dossier, son examen est renvoyé à une autre séance.';
  if (reserve !== null) return `Le comité retient le dossier et l’inscrit sur la liste de réserve, au rang ${reserve}.`;
  return outcomes[result.outcome];
}

export function voteSentence({ outcome, secret, tally, casting, adopted }: Motion): string {
  const counts = `${tally.for} pour, ${tally.against} contre, ${tally.abstain} ${tally.abstain > 1 ? 'abstentions' : 'abstention'}`;
  const chair = casting === null ? '' : `, la voix du président étant prépondérante (${casting === 'for' ? 'pour' : 'contre'})`;
  return `${motions[outcome]}${secret ? ' (vote à bulletin secret)' : ''} : ${counts}${chair} ; ${adopted ? 'adopté' : 'rejeté'}.`;
}

export function quorumSentence({ entitled, sitting, needed }: Quorum, reconvened: boolean): string {
  const there = `${sitting} ${sitting > 1 ? 'membres présents ou représentés' : 'membre présent ou représenté'} sur ${entitled}`;
  if (reconvened && needed === 0) return `${there} ; le comité, de nouveau convoqué faute de quorum, délibère sans condition de quorum.`;
  return `${there}, pour un quorum de ${needed} : ${sitting > 0 && sitting >= needed ? 'le quorum est atteint' : 'le quorum n’est pas atteint'}.`;
}

export function recusalSentence(cause: Recusal['cause']): string {
  if (cause === 'expert') return 'A expertisé le dossier';
  return cause === 'siren' ? 'Lié à la structure porteuse' : 'Intérêt déclaré';
}
