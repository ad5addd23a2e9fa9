import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { Controller, Get, Module } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { Access } from './access.js';
import { AccessAudit } from './access.audit.js';

@Controller('whole') @Access('secretariat')
class Whole { @Get() read(): string { return ''; } @Get('x') @Access('public') other(): string { return ''; } }
@Controller('half')
class Half { @Get() @Access('signed-in') read(): string { return ''; } @Get('x') forgotten(): string { return ''; } notARoute(): string { return ''; } }

@Module({ imports: [DiscoveryModule], controllers: [Whole], providers: [AccessAudit] })
class Good {}
@Module({ imports: [DiscoveryModule], controllers: [Whole, Half], providers: [AccessAudit] })
class Bad {}

describe('the audit of access rules', () => {
  it('lets an application start whose routes all have a rule', async () => {
    const app = await NestFactory.createApplicationContext(Good, { logger: false });
    await app.close();
  });

  it('names each route without one and does not start', async () => {
    await expect(NestFactory.createApplicationContext(Bad, { logger: false, abortOnError: false })).rejects.toThrow('no @Access rule: Half.forgotten');
  });
});
