import { Module } from '@nestjs/common';
import { SchemeController } from './scheme.controller.js';

@Module({ controllers: [SchemeController] })
export class SchemeModule {}
