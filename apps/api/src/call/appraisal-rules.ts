import type { Scheme } from '../../../../libs/domain/src/scheme/shape/scheme.js';
import type { Locale } from '../http/locale.js';

type Part = Pick<Scheme, 'grid' | 'panel' | 'committee'>;

/**
 * How files are scored, added up and ranked, in sentences: published with the call, and shown beside each result. They say what
 * `consolidate`, `divergenceIn`, `countedAfterThird` and `rank` do.
 */
export function appraisalRules({ grid, panel, committee }: Part, locale: Locale): string[] {
  return (locale === 'en' ? english : french)(grid, panel, committee !== undefined, (code) => grid.criteria.find((c) => c.code === code)?.label[locale] ?? code);
}

type Label = (code: string) => string;

function french(grid: Part['grid'], panel: Part['panel'], ranks: boolean, label: Label): string[] {
  const thresholds = grid.criteria.flatMap(({ code, threshold, group }) => (threshold === undefined || group !== undefined ? [] : [`${label(code)} (${String(threshold).replace('.', ',')})`]));
  const { max } = grid.scale;
  return [
    panel.experts === 1 ? `Un expert au moins note chaque critère de 0 à ${max}${panel.visit ? ', après une visite' : ''}.` : `${panel.experts} experts au moins notent chaque critère de 0 à ${max}, sans voir les notes des autres avant que toutes soient rendues.`,
    `La note d’un critère est la moyenne des notes retenues. Elle apporte au total : moyenne ÷ ${max} × poids du critère. Le total est la somme de ces apports, sur 100.`,
    'Tous les calculs et toutes les comparaisons sont exacts. Seul l’affichage est arrondi, à deux décimales, au plus proche, la moitié vers le haut.',
    ...(grid.threshold === 0 && thresholds.length === 0 ? [] : [`Le label ne peut être proposé que si le total atteint ${grid.threshold}${thresholds.length > 0 ? ` et si la note de chacun de ces critères atteint son seuil : ${thresholds.join(', ')}` : ''}.`]),
    ...(grid.commentBelow === undefined ? [] : [`Une note inférieure à ${grid.commentBelow} demande un commentaire.`]),
    ...(grid.commentAbove === undefined ? [] : [`Une note supérieure à ${grid.commentAbove} demande un commentaire.`]),
    ...(grid.groups ?? []).map(({ label: name, atLeast, code }) => `${name.fr} : ${atLeast} critères au moins, sur ${grid.criteria.filter(({ group }) => group === code).length}, atteignent leur seuil.`),
    ...(panel.divergence === undefined ? [] : [
      `Un écart de ${panel.divergence} points ou plus entre deux totaux appelle un expert de plus${panel.divergenceBelowThreshold ? '' : ', sauf si tous les totaux sont sous le seuil'}. Il n’y en a pas d’autre ensuite.`,
      panel.thirdReview === 'all'
        ? 'Après cet avis de plus, tous les avis sont retenus.'
        : 'Après cet avis de plus, le total le plus éloigné de la médiane est écarté et les autres sont retenus ; si le plus haut et le plus bas en sont aussi éloignés l’un que l’autre, tous sont retenus.',
    ]),
    ...(panel.consensusReport ? ['Les experts établissent ensuite un rapport, avec l’avis majoritaire et l’avis minoritaire.'] : []),
    ...(panel.rightOfReply ? ['Le candidat lit l’expertise, sans le nom des experts, et peut y répondre avant que le comité prenne le dossier.'] : []),
    // Where no committee compares files, nothing parts them.
    ...(!ranks ? [] : [grid.tieBreak.length > 0
      ? `À total égal, les dossiers sont départagés par leur note, dans cet ordre : ${grid.tieBreak.map(label).join(', ')}. Rien d’autre ne les départage : l’égalité qui demeure est dite, et le comité décide.`
      : 'À total égal, rien ne départage les dossiers : l’égalité est dite, et le comité décide.']),
  ];
}

function english(grid: Part['grid'], panel: Part['panel'], ranks: boolean, label: Label): string[] {
  const thresholds = grid.criteria.flatMap(({ code, threshold, group }) => (threshold === undefined || group !== undefined ? [] : [`${label(code)} (${threshold})`]));
  const { max } = grid.scale;
  return [
    panel.experts === 1 ? `At least one expert marks each criterion from 0 to ${max}${panel.visit ? ', after a visit' : ''}.` : `At least ${panel.experts} experts mark each criterion from 0 to ${max}, without seeing each other’s marks before all are in.`,
    `A criterion’s mark is the mean of the marks that count. It brings to the total: mean ÷ ${max} × the criterion’s weight. The total is the sum of these, of 100.`,
    'All sums and comparisons are exact. Only what is shown is rounded, to two decimals, to the nearest, halves up.',
    ...(grid.threshold === 0 && thresholds.length === 0 ? [] : [`The label may be proposed only if the total reaches ${grid.threshold}${thresholds.length > 0 ? ` and the mark of each of these criteria reaches its threshold: ${thresholds.join(', ')}` : ''}.`]),
    ...(grid.commentBelow === undefined ? [] : [`A mark below ${grid.commentBelow} needs a comment.`]),
    ...(grid.commentAbove === undefined ? [] : [`A mark above ${grid.commentAbove} needs a comment.`]),
    ...(grid.groups ?? []).map(({ label: name, atLeast, code }) => `${name.en}: at least ${atLeast} criteria of ${grid.criteria.filter(({ group }) => group === code).length} reach their threshold.`),
    ...(panel.divergence === undefined ? [] : [
      `A gap of ${panel.divergence} points or more between two totals calls one more expert${panel.divergenceBelowThreshold ? '' : ', unless all totals are below the threshold'}. No other is called after that.`,
      panel.thirdReview === 'all'
        ? 'After that one more appraisal, all appraisals count.'
        : 'After that one more appraisal, the total that lies farthest from the median is set aside and the others count; when the highest and the lowest lie equally far from it, all count.',
    ]),
    ...(panel.consensusReport ? ['The experts then write a report, with the majority’s and the minority’s views.'] : []),
    ...(panel.rightOfReply ? ['The applicant reads the appraisal, without the experts’ names, and may reply before the committee takes the file.'] : []),
    ...(!ranks ? [] : [grid.tieBreak.length > 0
      ? `At equal totals, files are parted by their mark, in this order: ${grid.tieBreak.map(label).join(', ')}. Nothing else parts them: a tie that remains is said, and the committee decides.`
      : 'At equal totals nothing parts files: the tie is said, and the committee decides.']),
  ];
}
