-- The next end kept on a case is one that somebody can miss: a term that simply ends (an appeal, a possible release) is none.
UPDATE extradition_case c SET next_due_at = (
  SELECT min(d.due_at) FROM case_deadline d WHERE d.case_id = c.id AND d.status = 'RUNNING'
    AND d.key <> 'APPEAL' AND d.rule->>'onExpiry' <> 'MAY_RELEASE')
WHERE EXISTS (
  SELECT FROM case_deadline d WHERE d.case_id = c.id AND d.status = 'RUNNING'
    AND (d.key = 'APPEAL' OR d.rule->>'onExpiry' = 'MAY_RELEASE'));
