-- A case's document is made of the case, its offences, and what everybody may see of the person.
SELECT mirror_watch('extradition_case', 'id', 'cases');
SELECT mirror_watch('case_offence', 'case_id', 'cases');

-- Notes the cases of the persons that a statement touched.
CREATE FUNCTION mirror_note_cases_of_persons() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  touched text;
BEGIN
  IF NOT EXISTS (SELECT FROM mirror_index WHERE name = 'cases') THEN
    RETURN NULL;
  END IF;
  touched := CASE TG_OP
    WHEN 'INSERT' THEN 'SELECT person_id FROM new_rows'
    WHEN 'DELETE' THEN 'SELECT person_id FROM old_rows'
    ELSE 'SELECT person_id FROM new_rows UNION SELECT person_id FROM old_rows'
  END;
  EXECUTE format('INSERT INTO mirror_outbox (index_name, entity_id)
    SELECT ''cases'', id FROM extradition_case WHERE person_id IN (%s)', touched);
  RETURN NULL;
END $$;

CREATE TRIGGER mirror_insert_cases AFTER INSERT ON person_search REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION mirror_note_cases_of_persons();
CREATE TRIGGER mirror_update_cases AFTER UPDATE ON person_search REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION mirror_note_cases_of_persons();
CREATE TRIGGER mirror_delete_cases AFTER DELETE ON person_search REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION mirror_note_cases_of_persons();
CREATE TRIGGER mirror_insert_cases AFTER INSERT ON alert REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION mirror_note_cases_of_persons();
CREATE TRIGGER mirror_update_cases AFTER UPDATE ON alert REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION mirror_note_cases_of_persons();
CREATE TRIGGER mirror_delete_cases AFTER DELETE ON alert REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION mirror_note_cases_of_persons();
