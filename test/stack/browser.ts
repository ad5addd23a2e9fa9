/** A small browser: keeps cookies per host, follows redirects by hand, sends what the CSRF rule asks for. */
export class Browser {
  private readonly jar = new Map<string, Map<string, string>>();

  constructor(private readonly apiUrl: string, private readonly language = 'fr') {}

  /** Signs in as an account of the embedded provider and stays signed in. Answers the address at which it ends. */
  async signIn(account: string, returnTo = '/api/me'): Promise<string> {
    const page = await this.follow(`${this.apiUrl}/api/auth/sign-in?returnTo=${encodeURIComponent(returnTo)}`);
    if (!page.url.includes('/interaction/')) return page.url;
    return (await this.follow(page.url, { method: 'POST', body: new URLSearchParams({ account }) })).url;
  }

  /** One request to the API; a body is sent as JSON. */
  api(method: string, path: string, body?: unknown, headers: Record<string, string> = { 'x-estampille': '1' }): Promise<Response> {
    return this.request(`${this.apiUrl}${path}`, {
      method, ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), 'accept-language': this.language, ...headers },
    });
  }

  cookie(name: string): string | undefined {
    return this.jar.get(new URL(this.apiUrl).host)?.get(name);
  }

  setCookie(name: string, value: string): void {
    this.cookiesOf(this.apiUrl).set(name, value);
  }

  /** One request, cookies sent and kept, redirects left to the caller. */
  async request(url: string, init: RequestInit = {}): Promise<Response> {
    const cookies = this.cookiesOf(url);
    const headers = new Headers(init.headers);
    if (cookies.size > 0) headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || /max-age=0|expires=thu, 01 jan 1970/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  }

  private async follow(from: string, init: RequestInit = {}): Promise<{ url: string }> {
    let url = from;
    let response = await this.request(url, init);
    for (let hops = 0; response.status >= 300 && response.status < 400; hops += 1) {
      if (hops === 10) throw new Error(`Too many redirects after ${from}`);
      url = new URL(response.headers.get('location') ?? '', url).href;
      response = await this.request(url);
    }
    return { url };
  }

  private cookiesOf(url: string): Map<string, string> {
    const { host } = new URL(url);
    const found = this.jar.get(host) ?? new Map<string, string>();
    this.jar.set(host, found);
    return found;
  }
}
