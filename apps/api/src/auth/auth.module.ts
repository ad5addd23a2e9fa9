import { Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { AccessAudit } from './access.audit.js';
import { AccessGuard } from './access.guard.js';
import { AuthController } from './auth.controller.js';
import { IdentifyGuard } from './identify.guard.js';
import { OidcClient } from './oidc.client.js';
import { ThrottleGuard } from './throttle.guard.js';

/** Guards run in this order on every route: who is it, not too often, may they. */
@Module({
  imports: [DiscoveryModule],
  controllers: [AuthController],
  providers: [
    OidcClient, AccessAudit,
    { provide: APP_GUARD, useClass: IdentifyGuard },
    { provide: APP_GUARD, useClass: ThrottleGuard },
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [AccessAudit],
})
export class AuthModule {}
