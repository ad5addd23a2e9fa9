import type { AttachmentRow } from '../../../../libs/persistence/src/application/attachment.queries.js';
import type { AttachmentDto } from './application.dto.js';

export function attachmentView({ id, purpose, question, name, type, size, uploadedAt }: AttachmentRow, draftVersion?: number): AttachmentDto {
  return { id, purpose, question, name, type, size, uploadedAt: uploadedAt.toISOString(), ...(draftVersion === undefined ? {} : { draftVersion }) };
}
