// Traces of persons' rights: requests and their steps, proposals to correct, notices to recipients.

export interface RightsEvents {
  'request.received': { requestType: string };
  'request.listed': { count: number };
  'request.viewed': Record<never, never>;
  'request.step': { verb: string; to: string; recipients?: number };
  'notice.listed': { count: number };
  'notice.confirmed': { noticeId: string; kind: string };
  'correction.proposed': { personId: string; part: string };
  'correction.listed': { count: number };
  'correction.viewed': Record<never, never>;
  'correction.decided': { personId: string; accepted: boolean; recipients: number };
  'person.restricted': { alerts: number };
  'person.unrestricted': Record<never, never>;
}
