/** A working file is no longer what was written; another run makes it again. The command line prints this as one line. */
export class Damaged extends Error {
  readonly path: string;

  constructor(path: string) {
    super(`damaged on disk: ${path}`);
    this.path = path;
  }
}
