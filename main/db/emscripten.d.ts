/** duckdb-wasm's types extend this global of @types/emscripten; the part of it that `runtime.ts` uses. */
interface EmscriptenModule {
  readonly HEAPU8: Uint8Array
  readonly HEAPF64: Float64Array
  _malloc(bytes: number): number
}
