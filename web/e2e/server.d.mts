export type Server = { url: string; link: string | null; stop: () => Promise<void> };
export function startServer(options?: { demo?: boolean }): Promise<Server>;
export function untilFresh(url: string, headers?: Record<string, string>): Promise<{ orders: number; customers: number }>;
export function ownerCookie(url: string): Promise<string>;
