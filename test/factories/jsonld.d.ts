// The package brings no types: what the tests use of it.
declare module 'jsonld' {
  const jsonld: { canonize(document: object, options: object): Promise<unknown> };
  export default jsonld;
}
