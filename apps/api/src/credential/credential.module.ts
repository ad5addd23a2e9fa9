import { Module } from '@nestjs/common';
import { CredentialController } from './credential.controller.js';
import { CredentialService } from './credential.service.js';
import { KeyController } from './key.controller.js';
import { KeyStore } from './key.store.js';
import { CredentialSigner } from './signer.js';

@Module({ controllers: [CredentialController, KeyController], providers: [CredentialService, CredentialSigner, KeyStore] })
export class CredentialModule {}
