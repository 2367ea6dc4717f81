// What is printed: a document as plain data, without a word about pages, fonts or positions.

export interface LabelledValue {
  readonly label: string;
  readonly value: string;
}

export interface TableColumn {
  readonly title: string;
  /** Share of the width; the shares of a table add up to 1. */
  readonly share: number;
}

export interface TableRow {
  readonly cells: readonly string[];
  /** One line under the cells in letters of equal width: a checksum. */
  readonly mark?: string;
}

export interface Bar {
  readonly label: string;
  /** null: the number is not shown; its place stays empty. */
  readonly value: number | null;
  readonly text: string;
}

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** Words of a law or a decision, as they stand. */
  | { readonly kind: 'quote'; readonly text: string; readonly language?: string }
  /** A small remark of the system. */
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'facts'; readonly rows: readonly LabelledValue[] }
  | { readonly kind: 'table'; readonly columns: readonly TableColumn[]; readonly rows: readonly TableRow[] }
  /** Lying bars, drawn as shapes; `alt` says what is to be seen. */
  | { readonly kind: 'bars'; readonly bars: readonly Bar[]; readonly alt: string }
  /** JPEG or PNG; `alt` says what is to be seen. */
  | { readonly kind: 'image'; readonly image: Buffer; readonly alt: string };

export interface Section {
  readonly title: string;
  readonly blocks: readonly Block[];
}

export interface PrintedDocument {
  /** BOOK (when left out): cover, index, each section on a new page. SHEET: a few pages, one thing under another. */
  readonly form?: 'BOOK' | 'SHEET';
  /** ISO 639-1: what the document is written in. */
  readonly language: string;
  readonly title: string;
  /** Who issues it. */
  readonly author: string;
  readonly createdAt: Date;
  readonly cover: {
    readonly above: string;
    /** The title in the lines that it is set in. */
    readonly headline: readonly string[];
    readonly below: string;
    readonly facts: readonly LabelledValue[];
    /** What has to be known before anything else: not confirmed by a lawyer, not signed. */
    readonly warnings: readonly string[];
  };
  readonly indexTitle: string;
  readonly sections: readonly Section[];
  /** At the head of every page but the first. */
  readonly running: string;
  /** Laid over every page: who printed it, and when. */
  readonly watermark: string;
}
