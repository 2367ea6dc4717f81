-- Whoever has a case open is told that its history grew, and reads with his own rights what was written.
CREATE FUNCTION announce_case_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('case_event', NEW.case_id::text);
  RETURN NULL;
END $$;
CREATE TRIGGER "case_event_announced" AFTER INSERT ON "case_event"
  FOR EACH ROW EXECUTE FUNCTION announce_case_event();
