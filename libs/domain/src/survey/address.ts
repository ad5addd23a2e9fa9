import { getDomain } from 'tldts';

/** Providers with whom anybody may have an address: the same domain says nothing of who somebody is. */
const providers = new Set([
  'gmail.com', 'googlemail.com', 'outlook.com', 'outlook.fr', 'hotmail.com', 'hotmail.fr', 'live.com', 'live.fr', 'msn.com', 'yahoo.com', 'yahoo.fr', 'ymail.com',
  'orange.fr', 'wanadoo.fr', 'free.fr', 'sfr.fr', 'neuf.fr', 'laposte.net', 'bbox.fr', 'club-internet.fr', 'numericable.fr', 'aliceadsl.fr',
  'icloud.com', 'me.com', 'mac.com', 'gmx.com', 'gmx.fr', 'proton.me', 'protonmail.com', 'aol.com', 'mailo.com', 'zaclys.net',
]);

const shape = /^[a-z0-9!#$%&'*/=?^_`{|}~-]+(?:[.+][a-z0-9!#$%&'*/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

/**
 * An address as it is written to: in lower case, of one plain mailbox. Undefined for anything else: display names, several addresses, quoted
 * parts, spaces, line breaks, which a mail server would read as headers.
 */
export function plainAddress(typed: string): string | undefined {
  const address = typed.trim().toLowerCase();
  return address.length <= 254 && shape.test(address) ? address : undefined;
}

/** An address as it is told apart from others: without what follows a plus sign, by which one mailbox has many addresses; Gmail also reads no dots. */
export function addressKey(address: string): string {
  const [mailbox = '', domain = ''] = address.toLowerCase().split('@');
  const named = mailbox.split('+')[0] ?? '';
  return domain === 'gmail.com' || domain === 'googlemail.com' ? `${named.replaceAll('.', '')}@gmail.com` : `${named}@${domain}`;
}

/**
 * The domain that somebody registered, under which an address stands: who has it makes as many subdomains as they like. Undefined for
 * addresses of providers. By the ICANN part of the Public Suffix List; names under hosts' shared domains count as the host's.
 */
export function ownDomain(address: string): string | undefined {
  const domain = address.toLowerCase().split('@')[1] ?? '';
  return domain === '' || providers.has(domain) ? undefined : (getDomain(domain) ?? domain);
}
