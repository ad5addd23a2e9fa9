import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import jsqr from 'jsqr';
import { extractText, getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import { certificatePdf } from './certificate.pdf.js';
import { inWords, type CertificateFacts } from './certificate.js';

const address = 'https://labels.example.fr/verify/PI-2027-0001';
const facts: CertificateFacts = {
  locale: 'fr', number: 'PI-2027-0001', label: "Pôle d'innovation pour l'artisanat et les petites entreprises", authority: 'Ministère de l’Économie', basis: 'Label d’État créé en 1991', holder: 'Pôle Bois',
  structure: { name: 'CFA du Bois', siren: '732829320' }, territory: 'Jura', themes: ['Habitat'], startsOn: '2027-07-01', endsOn: '2030-06-30', firstEndsOn: '2030-06-30', decidedOn: '2027-05-20', extendedOn: null,
  address, createdAt: '2027-06-12T09:00:00.000Z',
};
const made = (more: Partial<CertificateFacts> = {}): Promise<Uint8Array> => certificatePdf(inWords({ ...facts, ...more }));
const textOf = async (bytes: Uint8Array): Promise<string> => (await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })).text.replace(/\s+/g, ' ');

/** What a camera sees of the page's black modules: their rectangles, filled on white, two dots a point. */
async function photographed(bytes: Uint8Array): Promise<{ data: Uint8ClampedArray; width: number; height: number }> {
  const page = await (await getDocumentProxy(new Uint8Array(bytes))).getPage(1);
  const { OPS } = await getResolvedPDFJS();
  const { fnArray, argsArray } = await page.getOperatorList();
  const [width, height, dots] = [600 * 2, 850 * 2, 2];
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  let colour: unknown;
  fnArray.forEach((operation: number, i: number) => {
    const args = argsArray[i] as unknown[];
    if (operation === OPS.setFillRGBColor) colour = args[0];
    if (operation !== OPS.constructPath || args[0] !== OPS.fill || colour !== '#000000') return;
    // Each rectangle is a move, three lines and a closing: 1 + 2 + 3 × 3 + 1 numbers.
    const [path] = args[1] as [Float32Array];
    for (let at = 0; at + 13 <= path.length; at += 13) {
      const [left = 0, top = 0, right = 0, bottom = 0] = [path[at + 1], path[at + 2], path[at + 4], path[at + 8]];
      for (let y = Math.round(top * dots); y < Math.round(bottom * dots); y += 1) {
        for (let x = Math.round(left * dots); x < Math.round(right * dots); x += 1) data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
      }
    }
  });
  return { data, width, height };
}

describe('a certificate', () => {
  it('says who holds what, from when to when, by whom', async () => {
    const text = await textOf(await made());
    for (const said of ['Ministère de l’Économie', 'Pôle d’innovation', 'petites entreprises', 'est décerné à', 'Pôle Bois', 'porté par CFA du Bois', 'PI-2027-0001', '1er juillet 2027', '30 juin 2030', '20 mai 2027', address]) expect(text).toContain(said);
    expect(text).not.toContain('prolongé');
    expect(await textOf(await made({ locale: 'en', endsOn: '2030-12-31', extendedOn: '2030-07-20' }))).toContain('first set to end on 30 June 2030, was extended by a decision of 20 July 2030');
  });

  it('carries a QR code that leads to the page of its number', async () => {
    for (const to of [address, 'https://labels.economie.example.gouv.fr/verify/EPV-2031-104729']) {
      const { data, width, height } = await photographed(await made({ address: to }));
      expect(jsqr.default(data, width, height)?.data).toBe(to);
    }
  });

  it('is one tagged page, the same bytes for the same label', async () => {
    const [once, again] = await Promise.all([made(), made()]);
    expect(createHash('sha256').update(once).digest('hex')).toBe(createHash('sha256').update(again).digest('hex'));
    const proxy = await getDocumentProxy(new Uint8Array(once));
    expect(proxy.numPages).toBe(1);
    expect(await proxy.getMarkInfo()).toMatchObject({ Marked: true });
    const roles = JSON.stringify(await (await proxy.getPage(1)).getStructTree());
    for (const role of ['H1', 'H2', 'Figure', 'Code QR vers la page']) expect(roles).toContain(role);
    expect(Buffer.from(once).toString('latin1')).toContain('pdfaid:part');
  });

  it('stays one page whatever the names are', async () => {
    const long = 'Centre national d’innovation pour le développement durable et l’environnement dans les petites entreprises de Lorraine, des Vosges et de la Meuse réunies';
    const bytes = await made({ holder: long, label: long, territory: long, structure: { name: long, siren: '732829320' }, themes: [long], number: `EPV-2031-${'9'.repeat(30)}` });
    const proxy = await getDocumentProxy(new Uint8Array(bytes));
    expect(proxy.numPages).toBe(1);
    expect(await textOf(bytes)).toContain('Vérifier ce certificat');
  });
});
