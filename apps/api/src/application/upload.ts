import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../http/problem.js';
import type { Arrived, FileStore } from './file-store.js';

/** The body of such a request, as its documentation shows it. */
export const oneFile = { schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } };

/** The one file of a multipart request, written aside. */
export interface Upload extends Arrived {
  /** As the sender calls it, without folders and control characters; only ever shown. */
  readonly name: string;
}

/**
 * Receives the file of the field `file`.
 * @param maxBytes what is longer is refused (413) and leaves nothing behind
 */
export async function receiveUpload(request: FastifyRequest, store: FileStore, maxBytes: number): Promise<Upload> {
  const part = request.isMultipart() ? await request.file({ limits: { fileSize: maxBytes } }) : undefined;
  if (part?.fieldname !== 'file') throw new Problem(422, 'file-missing');
  const arrived = await store.receive(part.file);
  if (!part.file.truncated) return { ...arrived, name: shownName(part) };
  await store.discard(arrived);
  throw new Problem(413, 'too-large');
}

function shownName({ filename }: MultipartFile): string {
  const last = filename.split(/[\\/]/).at(-1) ?? '';
  const clean = last.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '').trim().slice(-150);
  return clean === '' ? 'document' : clean;
}
