import type { Block } from './model.js';
import type { Painter } from './painter.js';
import { lineWidth, page } from './style.js';

/** A picture as large as the rest of the page lets it be. The file was checked before. */
export function drawImage(painter: Painter, { file, alt }: Extract<Block, { is: 'image' }>): void {
  painter.need(page.height - page.top - page.bottom - 200);
  const figure = painter.element('Figure', undefined, { alt });
  const height = painter.room - 8;
  painter.marked(figure, 'Figure', () => painter.doc.image(file, page.left, painter.y, { fit: [lineWidth, height], align: 'center' }));
  figure.end();
  painter.y = page.height - page.bottom;
}
