import { Module } from '@nestjs/common';
import { FileStore } from '../application/file-store.js';
import { DocumentModule } from '../document/document.module.js';
import { ArchiveService } from './archive.service.js';
import { RetentionController } from './retention.controller.js';
import { RetentionService } from './retention.service.js';

@Module({ imports: [DocumentModule], controllers: [RetentionController], providers: [ArchiveService, FileStore, RetentionService] })
export class RetentionModule {}
