// Traces of retention: what was erased, restricted or masked by which rule, what holds it, and who looked.

export interface RetentionEvents {
  'retention.erased': { erasureId: string; kind: string; rule: string; rows: number; files: number };
  'retention.proved': { erasureId: string; places: number };
  /** Rows of one kind that went in one batch. */
  'retention.purged': { rule: string; rows: number };
  /** The keys of these months' query texts were destroyed: the texts can be read by nobody any more. */
  'retention.queries-masked': { months: string[] };
  'retention.listed': { list: string; count: number };
  'retention.viewed': { erasureId: string };
  'retention.held': { subjectType: string; subjectId: string };
  'retention.released': { subjectType: string; subjectId: string };
}
