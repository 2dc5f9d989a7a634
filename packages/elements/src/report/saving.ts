import type { ReactiveControllerHost } from 'lit';
import { saveFile } from '../internal/save-file.ts';
import type { FileType } from './files-view.ts';

/** Hands files of a report to the person, one after the other. */
export class Saving {
  isBusy = false;
  /** Why the last file was not made. */
  failure: string | undefined;
  private readonly host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
  }

  async save(name: string, type: FileType, file: Promise<Blob>): Promise<void> {
    this.isBusy = true;
    this.failure = undefined;
    this.host.requestUpdate();
    try {
      saveFile(`${name}.${type}`, await file);
    } catch (error) {
      this.failure = error instanceof Error ? error.message : String(error);
    }
    this.isBusy = false;
    this.host.requestUpdate();
  }
}
