/** What the bench uses of autocannon, which ships no types. */
declare module 'autocannon' {
  interface Request {
    method?: string;
    headers?: Record<string, string>;
    body?: string;
    setupRequest?(request: Request): Request;
  }

  interface Options {
    url: string;
    connections: number;
    /** Seconds. */
    duration: number;
    headers?: Record<string, string>;
    requests?: Request[];
  }

  namespace autocannon {
    interface Result {
      '2xx': number;
      '3xx': number;
      errors: number;
      requests: { average: number; total: number };
    }
  }

  function autocannon(options: Options): Promise<autocannon.Result>;
  export default autocannon;
}
