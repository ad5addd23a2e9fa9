/** The part of PDFKit that writes the XML metadata, which its types leave out. */
interface Described {
  info: Record<string, unknown>;
  _addInfo(): void;
  appendXML(xml: string): void;
}

/** Says that the document is PDF/UA-1 too; PDF/A wants the word explained where it is used. */
const accessible = `
        <rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>
        <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
          <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
            <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
            <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
            <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
            <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
              <pdfaProperty:name>part</pdfaProperty:name>
              <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
              <pdfaProperty:category>internal</pdfaProperty:category>
              <pdfaProperty:description>Part of ISO 14289 that the document conforms to</pdfaProperty:description>
            </rdf:li></rdf:Seq></pdfaSchema:property>
          </rdf:li></rdf:Bag></pdfaExtension:schemas>
        </rdf:Description>`;

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** PDFKit puts title and author into XML as they are: here they are escaped, and the plain ones stay in the document's own list. `conforming`: nothing of others will be added, so that it may call itself accessible. */
export function setMetadata(doc: PDFKit.PDFDocument, conforming: boolean): void {
  const described = doc as unknown as Described;
  const write = described._addInfo;
  described._addInfo = () => {
    const plain = described.info;
    described.info = Object.fromEntries(Object.entries(plain).map(([name, value]) => [name, typeof value === 'string' ? escaped(value) : value]));
    write.call(described);
    described.info = plain;
    if (conforming) described.appendXML(accessible);
  };
}

function escaped(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}]/gu, '').replace(/[&<>]/g, (sign) => signs[sign] ?? sign);
}
