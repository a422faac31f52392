ALTER TABLE search_outbox ENABLE ROW LEVEL SECURITY;
ALTER TABLE search_outbox FORCE ROW LEVEL SECURITY;
CREATE POLICY inside ON search_outbox FOR ALL USING ((SELECT app_is_inside())) WITH CHECK ((SELECT app_is_inside()));
--> statement-breakpoint
-- Whatever makes an opening appear, change or disappear tells the search relay, in its own
-- transaction, whoever wrote it. Statement by statement: an import is one call, not thousands.
CREATE FUNCTION tell_search_of_opportunities() RETURNS trigger LANGUAGE plpgsql
  SET app.role = 'system' SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO search_outbox (opportunity_id, changed_at)
    SELECT id, clock_timestamp() FROM changed WHERE published_at IS NOT NULL ORDER BY id
    ON CONFLICT (opportunity_id) DO UPDATE SET changed_at = excluded.changed_at;
  IF FOUND THEN PERFORM enqueue_task('search.relay', '{}'::json, 'search.relay'); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER search_after_insert AFTER INSERT ON opportunities
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_search_of_opportunities();
CREATE TRIGGER search_after_update AFTER UPDATE ON opportunities
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_search_of_opportunities();
--> statement-breakpoint
CREATE FUNCTION tell_search_of_employers() RETURNS trigger LANGUAGE plpgsql
  SET app.role = 'system' SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO search_outbox (opportunity_id, changed_at)
    SELECT o.id, clock_timestamp() FROM opportunities o JOIN changed c ON c.id = o.employer_id
    WHERE o.published_at IS NOT NULL ORDER BY o.id
    ON CONFLICT (opportunity_id) DO UPDATE SET changed_at = excluded.changed_at;
  IF FOUND THEN PERFORM enqueue_task('search.relay', '{}'::json, 'search.relay'); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER search_after_update AFTER UPDATE ON employers
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_search_of_employers();
